using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Binding.Model;

/// <summary>
/// A constant of a row expression. <paramref name="Number"/> holds numbers, 0 or 1 of a boolean, days since 1970-01-01 of a date,
/// microseconds of a timestamp (UTC) or duration; <paramref name="Text"/> holds text.
/// </summary>
public sealed record Literal(ScalarKind Kind, decimal Number, string? Text = null)
{
    /// <summary>A constant of numbers per period: of its unit.</summary>
    public static Literal Of(decimal number, string? text, Unit unit) => new(
        unit.Kind switch
        {
            UnitKind.Money => ScalarKind.Money,
            UnitKind.Duration => ScalarKind.Duration,
            UnitKind.Date => ScalarKind.Date,
            UnitKind.Timestamp => ScalarKind.Timestamp,
            UnitKind.Text => ScalarKind.Text,
            UnitKind.Condition => ScalarKind.Boolean,
            _ => ScalarKind.Decimal,
        },
        number,
        text);
}
