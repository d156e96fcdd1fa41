using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Engines.Reference.Tables;

namespace MetricsAsCode.Engines.Reference.Rows;

// "The offset is the difference of calendar unit indexes in the product's zone (days, weeks, months): the start's own day is day 0."
// "`day n` and `days m..n` are mature when unit n has ended, `days n..` when it has begun": some of it lies before the as-of.

/// <summary>Who of a cohort came back, and of whom that can be said yet.</summary>
internal sealed class CohortRows(ReferenceData data, OtherRows others)
{
    public Scalar?[] Returned(RowReturned node)
    {
        var (starts, returns) = (node.Cohort.Starts, node.Cohort.Returns);
        var came = others.RowsOf(returns)
            .Where(row => data.Value(node.Cohort.Returner, row, returns.Time) is not null && data.TimeOf(returns.Time!, row) is not null)
            .ToLookup(row => data.Value(node.Cohort.Returner, row, returns.Time)!, row => UnitOf(data.TimeOf(returns.Time!, row)!.Value, node.Unit));
        var started = others.RowsOf(starts).ToHashSet();
        return
        [
            .. Enumerable.Range(0, data.RowCount(starts.Source)).Select(row => (Scalar?)Scalar.Of(
                started.Contains(row) && data.Value(node.Cohort.Starter, row, starts.Time) is { } who && data.TimeOf(starts.Time!, row) is { } start
                && came[who].Any(unit => unit - UnitOf(start, node.Unit) is var offset && offset >= node.From && !(offset > node.To)))),
        ];
    }

    public Scalar?[] Mature(RowMature node)
    {
        var asOf = data.AsOf!.Value;
        return
        [
            .. Enumerable.Range(0, data.RowCount(node.Rows.Source)).Select(row => (Scalar?)Scalar.Of(
                data.TimeOf(node.Rows.Time!, row) is { } start && UnitOf(start, node.Unit) + node.Offset is var unit
                && (node.Begun ? unit <= UnitOf(asOf.Plus(-1), node.Unit) : unit < UnitOf(asOf, node.Unit)))),
        ];
    }

    /// <summary>The place of the day, week or month among all of them.</summary>
    private int UnitOf(Time.Instant instant, Grain unit)
    {
        var day = data.Calendar.DateOf(instant);
        int weekday = ((int)day.DayOfWeek - (int)data.Calendar.WeekStart + 7) % 7;
        return unit switch
        {
            Grain.Day => day.DayNumber,
            Grain.Week => (day.DayNumber - weekday + 7) / 7,
            Grain.Month => (day.Year * 12) + day.Month,
            _ => throw new InvalidOperationException($"Unexpected unit {unit}."),
        };
    }
}
