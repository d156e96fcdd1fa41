using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Expressions;

/// <summary>Constants of numbers per period.</summary>
internal static class NumberLiterals
{
    public static Measure Of(NumberExpression number, Scope scope)
    {
        if (Constants.Value(number) is not { } value)
        {
            return scope.FailNumber(Unreadable(number, scope));
        }

        if (UnknownCurrency(number, scope) is { } unknown)
        {
            return scope.FailNumber(unknown);
        }

        return number.Form switch
        {
            NumberForm.Plain => new MeasureLiteral(value, value == decimal.Truncate(value) ? Unit.Count : Unit.Number, IsBare: true),
            NumberForm.Percent or NumberForm.Points or NumberForm.Per => new MeasureLiteral(value, Unit.Ratio),
            NumberForm.Money => new MeasureLiteral(value, Unit.Money(number.Unit!)),
            NumberForm.Duration => new MeasureLiteral(decimal.Round(value), Unit.Duration),
            _ => throw new InvalidOperationException($"Unexpected form {number.Form}."),
        };
    }

    /// <summary>The finding for money of a currency that there is not.</summary>
    public static Diagnostic? UnknownCurrency(NumberExpression number, Scope scope) => number.Form == NumberForm.Money && !CurrencyCodes.Exists(number.Unit!)
        ? TypeErrors.CurrencyUnknown(scope.At(new TextSpan(number.Span.End - number.Unit!.Length, number.Unit.Length)), number.Unit, CurrencyCodes.Names)
        : null;

    public static Diagnostic Unreadable(NumberExpression number, Scope scope) => number.Form == NumberForm.Duration
        ? TypeErrors.CannotBe(scope.At(number), $"`{number.Unit}` is no fixed stretch of time", "Write it in weeks, days, hours, minutes or seconds")
        : TypeErrors.CannotBe(scope.At(number), $"`{scope.Tree.Text.Slice(number.Span)}` has more digits than can be kept exactly", "Write at most 28 digits");

    /// <summary>What a plain number most likely meant in this unit, as it would be written.</summary>
    public static string Offer(string digits, Unit unit) => unit.Kind switch
    {
        UnitKind.Ratio => digits.StartsWith("0.", StringComparison.Ordinal) && decimal.TryParse(digits, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out decimal share)
            ? FormattableString.Invariant($"{share * 100:0.##########}%")
            : digits + "%",
        UnitKind.Money => $"{digits} {unit.Currency}",
        UnitKind.Duration => $"{digits} days",
        _ => digits,
    };
}
