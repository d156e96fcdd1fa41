using MetricsAsCode.Shared;

namespace MetricsAsCode.Values;

/// <summary>Values as people read them: <c>50.0%</c>, <c>1,265,793.04 USD</c>, <c>8 d 12 h</c>. Rounds half to even.</summary>
public static class DisplayFormat
{
    /// <summary>A value in its form, e.g. <c>50.0%</c>; without a value <c>no value (division by zero)</c>.</summary>
    /// <param name="value">The value: money in major units, durations in microseconds, ratios with 1 as the whole.</param>
    /// <param name="unit">Its unit; it names the currency.</param>
    /// <param name="display">The form; null: the usual one of the unit.</param>
    /// <param name="locale">How digits, percentages and amounts are written; null: the invariant way.</param>
    public static string Write(Value value, Unit unit, Display? display = null, DisplayLocale? locale = null)
    {
        if (!value.IsNumber)
            return value.ToString();
        display ??= Display.Of(unit);
        locale ??= DisplayLocale.Invariant;
        return display.Kind == DisplayKind.Duration || (unit.Kind == UnitKind.Duration && display.Kind == DisplayKind.Plain)
            ? DurationText.Write(Decimals.Of(value), locale)
            : WriteNumber(Decimals.Of(value), unit, display, locale);
    }

    /// <summary>A difference between two values of a unit, with its sign; differences of ratios are points: <c>+2.3 points</c>.</summary>
    /// <param name="difference">The later value minus the earlier one.</param>
    /// <param name="unit">The unit of both.</param>
    /// <param name="display">The form of both; null: the usual one of the unit.</param>
    /// <param name="locale">How digits, percentages and amounts are written; null: the invariant way.</param>
    public static string WriteChange(Value difference, Unit unit, Display? display = null, DisplayLocale? locale = null)
    {
        display ??= Display.Of(unit);
        if (display.Kind == DisplayKind.Percent)
            display = Display.Points with { Decimals = display.Decimals };
        var text = Write(difference, unit, display, locale);
        return difference.IsNumber && difference.ToDouble() > 0 && text[0] != '+' ? "+" + text : text;
    }

    private static string WriteNumber(Decimals number, Unit unit, Display display, DisplayLocale locale)
    {
        switch (display.Kind)
        {
            case DisplayKind.Percent:
                return locale.Percent(Round(number.Times(100), 1));
            case DisplayKind.Points:
                var points = number.Times(100).RoundTo(display.Decimals ?? 1);
                return $"{(points.Digits.Sign > 0 ? "+" : "")}{points.Write(locale)} points";
            case DisplayKind.Ratio:
                return Round(number, 3);
            case DisplayKind.Money:
                return locale.Money(Round(number, Currencies.MinorDigits(unit.Currency)), unit.Currency);
            case DisplayKind.Score:
                return Round(number, 1) + (display.Base is { } highest ? $" of {Whole(highest)}" : "");
            case DisplayKind.Per:
                return $"{Round(number.Times(display.Base ?? 1), 1)} per {Whole(display.Base ?? 1)}";
            default:
                // Whole numbers stay whole; what else a count or number may be is told by two digits.
                return Round(number, number.IsWhole ? 0 : 2);
        }

        string Round(Decimals decimals, int usual) => decimals.RoundTo(display.Decimals ?? usual).Write(locale);
        string Whole(long whole) => new Decimals(whole, 0).Write(locale);
    }
}
