using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Scorecards.Computing;
using MetricsAsCode.Values;
using UnitKind = MetricsAsCode.Values.UnitKind;

namespace MetricsAsCode.Scorecards.Building;

/// <summary>Targets in words, e.g. <c>at least 90.0%</c>.</summary>
internal static class TargetText
{
    /// <param name="target">What was declared.</param>
    /// <param name="form">How its metric is written.</param>
    /// <param name="reached">The value to get to, as far as it is known: the words of a change do not name it.</param>
    internal static string Of(Target target, MetricForm form, Value reached) => target switch
    {
        FromTo path => $"from {Level(path.From, form)} to {Level(path.To, form)}",
        ChangeBy change => $"{(change.IsIncrease ? "increase" : "decrease")} by {Amount(change, form)}{To(reached, form)}",
        AtLeast level => $"at least {Level(level.Level, form)}",
        AtMost level => $"at most {Level(level.Level, form)}",
        Between range => $"between {Level(range.Low, form)} and {Level(range.High, form)}",
        Reach level => $"reach {Level(level.Level, form)}",
        Done => "done",
        AllNeeds => "all of its needs",
        _ => throw new InvalidOperationException($"Unexpected target {target}."),
    };

    // A change of a ratio by an amount is points; of anything else it is an amount in the metric's own unit.
    private static string Amount(ChangeBy change, MetricForm form)
    {
        if (!change.IsAbsolute)
            return Level(change.By, MetricForm.ShareIn(form.Locale));
        return form.Unit.Kind == UnitKind.Ratio ? form.WriteChange(Value.Of((Exact)change.By)).TrimStart('+') : Level(change.By, form);
    }

    private static string To(Value reached, MetricForm form) => reached.HasValue ? $" to {form.Write(reached)}" : "";

    private static string Level(decimal level, MetricForm form) => form.Write(Value.Of((Exact)level));
}
