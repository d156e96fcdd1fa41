using MetricsAsCode.Compiler.Symbols;
using CompilerUnit = MetricsAsCode.Compiler.Symbols.Unit;
using CompilerUnitKind = MetricsAsCode.Compiler.Symbols.UnitKind;
using DisplayKind = MetricsAsCode.Values.DisplayKind;

namespace MetricsAsCode.Engines.Reference;

/// <summary>Units and displays of the bound model as those of results.</summary>
internal static class ResultUnits
{
    public static Values.Unit Of(CompilerUnit unit) => unit.Kind switch
    {
        CompilerUnitKind.Condition => Values.Unit.Boolean,
        CompilerUnitKind.Error => throw new InvalidOperationException("A measure in error cannot be evaluated."),
        _ => new Values.Unit(Enum.Parse<Values.UnitKind>(unit.Kind.ToString()), unit.Currency),
    };

    public static Values.Display DisplayOf(MetricSymbol metric) => metric.Display switch
    {
        null => Values.Display.Of(Of(metric.Unit)),
        { Kind: Compiler.Symbols.DisplayKind.Text or Compiler.Symbols.DisplayKind.Date or Compiler.Symbols.DisplayKind.Timestamp } => Values.Display.Plain,
        { Base: 0 } plain => new Values.Display(Enum.Parse<DisplayKind>(plain.Kind.ToString())),
        var display => new Values.Display(Enum.Parse<DisplayKind>(display.Kind.ToString()), (long)display.Base),
    };
}
