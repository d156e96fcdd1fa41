using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Results;
using MetricsAsCode.Scorecards.Computing;
using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Values;
using UnitKind = MetricsAsCode.Values.UnitKind;

namespace MetricsAsCode.Scorecards.Building;

// 1. Ratios and scores move by points: from 50% to 60% is +10 points, never +20%.
// 2. Everything else moves relative to the earlier value when that is positive, else by the difference in its own unit.
// 3. The last digits of a double are no movement.

/// <summary>How a metric has moved from an earlier period to this one.</summary>
internal static class Changes
{
    private const double Noise = 1e-12;

    internal static ChangeModel? Of(MetricSymbol metric, MetricForm form, Measurement now, Measurement before, Period against)
    {
        if (now.Value.HasValue && !now.Value.IsNumber)
            return null;
        if (!now.Value.HasValue || !before.Value.IsNumber)
            return new ChangeModel(null, now.Value.HasValue ? $"no comparison ({before.Reason})" : "", null, against.ToString());
        var difference = Subtract(now.Value, before.Value);
        if (!difference.IsNumber)
            return new ChangeModel(null, form.Write(difference), null, against.ToString());
        var (moved, earlier) = (difference.ToDouble(), before.Value.ToDouble());
        if (Math.Abs(moved) <= Noise * Math.Max(Math.Abs(earlier), Math.Abs(now.Value.ToDouble())))
            return new ChangeModel(0, "unchanged", null, against.ToString());
        var text = IsByPoints(form) || earlier <= 0 ? form.WriteChange(difference) : Relative(moved / earlier, form.Locale);
        return new ChangeModel(moved, $"{(moved > 0 ? '▲' : '▼')} {text}", Judge(metric.Better, moved > 0), against.ToString());
    }

    private static bool IsByPoints(MetricForm form) => form.Unit.Kind is UnitKind.Ratio or UnitKind.Score;

    private static string Relative(double change, DisplayLocale locale)
    {
        var text = MetricForm.ShareIn(locale).Write(change);
        return change > 0 ? "+" + text : text;
    }

    private static Value Subtract(Value now, Value before) => now.Kind == ValueKind.Exact && before.Kind == ValueKind.Exact
        ? Value.Of(Exact.Subtract(now.AsExact, before.AsExact))
        : Value.Of(now.ToDouble() - before.ToDouble());

    private static string? Judge(Direction better, bool rose) => better switch
    {
        Direction.Higher => rose ? "better" : "worse",
        Direction.Lower => rose ? "worse" : "better",
        _ => null,
    };
}
