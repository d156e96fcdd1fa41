using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Emit.CSharp;

/// <summary>Types, units and displays as expressions of the runtime's.</summary>
internal static class TypeCode
{
    /// <summary>A column's type.</summary>
    public static string Of(ScalarType type) => type.Kind switch
    {
        ScalarKind.Money => $"new ColumnType(ColumnKind.Money, {CSharpText.Of(type.Scale)}, {CSharpText.Quote(type.Currency ?? "")})",
        ScalarKind.Decimal => $"new ColumnType(ColumnKind.Decimal, {CSharpText.Of(type.Scale)})",
        _ => $"new ColumnType(ColumnKind.{type.Kind})",
    };

    public static string Of(Unit unit) => unit.Kind switch
    {
        UnitKind.Money => $"Unit.Money({CSharpText.Quote(unit.Currency ?? "")})",
        UnitKind.Condition => "Unit.Boolean",
        UnitKind.Error => throw Unexpected.Node(unit),
        _ => $"Unit.{unit.Kind}",
    };

    /// <summary>The typed result of a metric.</summary>
    public static string ResultOf(Unit unit) => unit.Kind switch
    {
        UnitKind.Condition => "MetricsAsCode.BooleanValue",
        UnitKind.Text => "TextValue",
        UnitKind.Date => "DateValue",
        UnitKind.Timestamp => "TimestampValue",
        UnitKind.Error => throw Unexpected.Node(unit),
        _ => unit.Kind.ToString(),
    };

    /// <summary>How values are shown; null for the unit's usual form.</summary>
    public static string? Of(Display? display) => display switch
    {
        null => null,
        { Kind: DisplayKind.Text or DisplayKind.Date or DisplayKind.Timestamp } => "Display.Plain",
        { Kind: DisplayKind.Score, Base: not 0 } => $"Display.ScoreOf({((long)display.Base).ToString(System.Globalization.CultureInfo.InvariantCulture)})",
        { Kind: DisplayKind.Per } => $"Display.Per({((long)display.Base).ToString(System.Globalization.CultureInfo.InvariantCulture)})",
        _ => $"Display.{display.Kind}",
    };
}
