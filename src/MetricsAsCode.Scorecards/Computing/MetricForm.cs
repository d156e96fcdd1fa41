using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Values;
using CompilerDisplay = MetricsAsCode.Compiler.Symbols.DisplayKind;
using CompilerUnit = MetricsAsCode.Compiler.Symbols.UnitKind;
using Display = MetricsAsCode.Values.Display;
using Unit = MetricsAsCode.Values.Unit;

namespace MetricsAsCode.Scorecards.Computing;

/// <summary>How a metric's values, targets and changes are written: its unit and display in the runtime's terms, and the product's digits.</summary>
internal sealed record MetricForm(Unit Unit, Display Display, DisplayLocale Locale)
{
    /// <summary>Parts of a whole, whatever the metric is measured in.</summary>
    internal static MetricForm ShareIn(DisplayLocale locale) => new(Unit.Ratio, Display.Percent, locale);

    internal static MetricForm Of(MetricSymbol metric, DisplayLocale locale)
    {
        var unit = UnitOf(metric);
        return new MetricForm(unit, metric.Display is { } display ? DisplayOf(display) : Display.Of(unit), locale);
    }

    internal string Write(Value value) => DisplayFormat.Write(value, Unit, Display, Locale);

    internal string Write(double value) => Write(Value.Of(value));

    /// <summary>A difference of two values; that of two scores is not out of anything.</summary>
    internal string WriteChange(Value difference) =>
        DisplayFormat.WriteChange(difference, Unit, Display.Kind == Values.DisplayKind.Score ? Display.Score : Display, Locale);

    /// <summary>The unit in words, e.g. <c>money USD</c>, <c>percent</c>, <c>score of 5</c>.</summary>
    internal string Words => Display.Kind switch
    {
        Values.DisplayKind.Plain or Values.DisplayKind.Money => Unit.ToString(),
        Values.DisplayKind.Score when Display.Base is { } highest => FormattableString.Invariant($"score of {highest}"),
        Values.DisplayKind.Per => FormattableString.Invariant($"per {Display.Base}"),
        var kind => kind.ToString().ToLowerInvariant(),
    };

    private static Unit UnitOf(MetricSymbol metric) => metric.Unit.Kind switch
    {
        CompilerUnit.Count => Unit.Count,
        CompilerUnit.Number => Unit.Number,
        CompilerUnit.Ratio => Unit.Ratio,
        CompilerUnit.Money => Unit.Money(metric.Unit.Currency ?? throw new InvalidOperationException($"The money of `{metric.QualifiedName}` names no currency.")),
        CompilerUnit.Duration => Unit.Duration,
        CompilerUnit.Score => Unit.Score,
        CompilerUnit.Text => Unit.Text,
        CompilerUnit.Date => Unit.Date,
        CompilerUnit.Timestamp => Unit.Timestamp,
        CompilerUnit.Condition => Unit.Boolean,
        var kind => throw new InvalidOperationException($"The metric `{metric.QualifiedName}` is of unit {kind}: a definition with errors is not shown."),
    };

    private static Display DisplayOf(Compiler.Symbols.Display display) => display.Kind switch
    {
        CompilerDisplay.Percent => Display.Percent,
        CompilerDisplay.Ratio => Display.Ratio,
        CompilerDisplay.Points => Display.Points,
        CompilerDisplay.Count => Display.Count,
        CompilerDisplay.Number => Display.Number,
        CompilerDisplay.Money => Display.Money,
        CompilerDisplay.Duration => Display.Duration,
        CompilerDisplay.Score => display.Base == 0 ? Display.Score : Display.ScoreOf((long)display.Base),
        CompilerDisplay.Per => Display.Per((long)display.Base),
        CompilerDisplay.Text or CompilerDisplay.Date or CompilerDisplay.Timestamp => Display.Plain,
        _ => throw new InvalidOperationException($"Unexpected display {display.Kind}."),
    };
}
