using MetricsAsCode.Compiler.Syntax.Lexing;

namespace MetricsAsCode.Compiler.Syntax;

/// <summary>The days of periods, for what is compared while definitions are compiled.</summary>
internal static class PeriodSpans
{
    /// <summary>The first day and the one behind the last; null of a relative period, and where the years end.</summary>
    /// <param name="yearStartMonth">The month in which fiscal years start; one that ends in another calendar year than it starts in is named by the later.</param>
    public static (DateTime Start, DateTime End)? Of(PeriodSyntax period, int yearStartMonth)
    {
        try
        {
            return period switch
            {
                UnitPeriod unit => (First(unit, yearStartMonth), Behind(unit, yearStartMonth)),
                RangePeriod range => (First(range.First, yearStartMonth), Behind(range.Last, yearStartMonth)),
                _ => null,
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>Whether one ends before another begins; null when that depends on the as-of.</summary>
    public static bool? EndsBefore(PeriodSyntax period, PeriodSyntax other, int yearStartMonth) => (period, other) switch
    {
        (RelativePeriod p, RelativePeriod o) => p.Grain == o.Grain ? p.Offset < o.Offset : null,
        _ => Of(period, yearStartMonth) is { } p && Of(other, yearStartMonth) is { } o ? p.End <= o.Start : null,
    };

    private static DateTime First(UnitPeriod unit, int yearStartMonth) =>
        PeriodLiteral.FirstDay(unit).AddMonths(unit.IsFiscal && yearStartMonth > 1 ? yearStartMonth - 13 : 0);

    private static DateTime Behind(UnitPeriod unit, int yearStartMonth)
    {
        var first = First(unit, yearStartMonth);
        return unit.Grain switch
        {
            Grain.Day => first.AddDays(1),
            Grain.Week => first.AddDays(7),
            Grain.Month => first.AddMonths(1),
            Grain.Quarter => first.AddMonths(3),
            _ => first.AddYears(1),
        };
    }
}
