using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Expressions;

/// <summary>Constants of row expressions. Plain numbers are exact: an integer, or a decimal with the digits written.</summary>
internal static class RowLiterals
{
    public static RowExpression Of(NumberExpression number, Scope scope)
    {
        if (Constants.Value(number) is not { } value)
        {
            return scope.FailRow(NumberLiterals.Unreadable(number, scope));
        }

        if (NumberLiterals.UnknownCurrency(number, scope) is { } unknown)
        {
            return scope.FailRow(unknown);
        }

        return number.Form switch
        {
            NumberForm.Money => new RowLiteral(new Literal(ScalarKind.Money, value), ScalarType.Money(number.Unit!, Constants.Scale(value))),
            NumberForm.Duration => new RowLiteral(new Literal(ScalarKind.Duration, decimal.Round(value)), ScalarType.Duration),
            _ => OfNumber(value),
        };
    }

    public static RowExpression Of(MeasureLiteral literal) => literal.Unit.Kind switch
    {
        UnitKind.Money => new RowLiteral(new Literal(ScalarKind.Money, literal.Value), ScalarType.Money(literal.Unit.Currency!, Constants.Scale(literal.Value))),
        UnitKind.Duration => new RowLiteral(new Literal(ScalarKind.Duration, literal.Value), ScalarType.Duration),
        UnitKind.Date => new RowLiteral(new Literal(ScalarKind.Date, literal.Value), ScalarType.Date),
        UnitKind.Text => OfText(literal.Text!),
        UnitKind.Condition => OfBoolean(literal.Value != 0),
        UnitKind.Error => RowExpression.Error,
        _ => OfNumber(literal.Value),
    };

    public static RowExpression OfText(string text) => new RowLiteral(new Literal(ScalarKind.Text, 0, text), ScalarType.Text);

    public static RowExpression OfBoolean(bool value) => new RowLiteral(new Literal(ScalarKind.Boolean, value ? 1 : 0), ScalarType.Boolean);

    public static RowExpression OfDay(int day) => new RowLiteral(new Literal(ScalarKind.Date, day), ScalarType.Date);

    private static RowExpression OfNumber(decimal value)
    {
        int scale = Constants.Scale(value);
        return scale == 0 && Math.Abs(value) <= long.MaxValue
            ? new RowLiteral(new Literal(ScalarKind.Integer, decimal.Truncate(value)), ScalarType.Integer)
            : new RowLiteral(new Literal(ScalarKind.Decimal, value), ScalarType.Decimal(scale));
    }
}
