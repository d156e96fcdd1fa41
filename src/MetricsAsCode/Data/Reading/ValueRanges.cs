using System.Globalization;

namespace MetricsAsCode.Data.Reading;

/// <summary>Turns the declared bounds of a column into bounds of its stored values, rounded inwards so that the comparison is exact.</summary>
internal static class ValueRanges
{
    public static ValueRange<long>? OfLongs(ColumnSchema column)
    {
        if (column.Low is null && column.High is null)
            return null;
        decimal unit = Parsing.Digits.PowerOfTen(column.Type.Scale);
        long low = column.Low is { } l ? Stored(l, unit, decimal.Ceiling) : long.MinValue;
        long high = column.High is { } h ? Stored(h, unit, decimal.Floor) : long.MaxValue;
        bool isTime = column.Type.Kind is ColumnKind.Timestamp or ColumnKind.Duration;
        return new(low, high, Words(column, isTime ? bound => ValueText.Of((long)bound, column.Type) : Plain));
    }

    public static ValueRange<int>? OfDays(ColumnSchema column)
    {
        if (column.Low is null && column.High is null)
            return null;
        int low = (int)decimal.Clamp(decimal.Ceiling(column.Low ?? int.MinValue), int.MinValue, int.MaxValue);
        int high = (int)decimal.Clamp(decimal.Floor(column.High ?? int.MaxValue), int.MinValue, int.MaxValue);
        return new(low, high, Words(column, bound => ValueText.Of((int)bound, column.Type)));
    }

    public static ValueRange<double>? OfNumbers(ColumnSchema column) => column.Low is null && column.High is null
        ? null
        : new((double?)column.Low ?? double.NegativeInfinity, (double?)column.High ?? double.PositiveInfinity, Words(column, Plain));

    private static long Stored(decimal bound, decimal unit, Func<decimal, decimal> inwards)
    {
        decimal limit = long.MaxValue / unit;
        return bound > limit ? long.MaxValue : bound < -limit ? long.MinValue : (long)decimal.Clamp(inwards(bound * unit), long.MinValue, long.MaxValue);
    }

    private static string Words(ColumnSchema column, Func<decimal, string> show) => (column.Low, column.High) switch
    {
        ({ } low, { } high) => $"in {show(low)}..{show(high)}",
        ({ } low, null) => $"at least {show(low)}",
        (_, { } high) => $"at most {show(high)}",
        _ => throw new ArgumentException($"Column `{column.Name}` has no range.", nameof(column)),
    };

    private static string Plain(decimal bound) => bound.ToString("0.############################", CultureInfo.InvariantCulture);
}
