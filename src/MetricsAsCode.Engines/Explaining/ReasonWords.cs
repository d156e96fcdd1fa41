using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.Explaining;

/// <summary>Why a part has no value, in a sentence with the figures.</summary>
internal static class ReasonWords
{
    public static string Of(Reason reason, Measure node, IReadOnlyList<ExplainedStep> parts, ExplainedRows? rows, string days, string asOf) => reason.Code switch
    {
        ReasonCode.DivisionByZero when node is ArithmeticMeasure && parts.Count == 2 => $"`{parts[1].Name ?? parts[1].Text}` is 0",
        ReasonCode.NoRows when rows is not null => NoRows(rows),
        ReasonCode.NoRows when node is PerMeasure or SharePerMeasure => "no entity has a value",
        ReasonCode.NoRows when node is EachMeasure => $"no unit that ends in {days} by the as-of {asOf} has a value",
        ReasonCode.NoRowsYet => rows is null ? $"there is no row of the group up to the end of {days}" : $"`{rows.Source}` has no row of the group up to the end of {rows.Days}",
        ReasonCode.TooFewRows => "a spread needs two values",
        ReasonCode.NoWholePeriod or ReasonCode.FinerThanGrain => $"{reason} in {days}, as of {asOf}",
        ReasonCode.MissingValue when rows is not null => "the row at that place has no value",
        ReasonCode.NegativeRoot => "a negative number has no square root",
        ReasonCode.Overflow => "a number has more than 38 digits, or is beyond all doubles",
        ReasonCode.NoData => "no source has a dated row, and no as-of is given",
        ReasonCode.NotStarted or ReasonCode.NothingBefore or ReasonCode.OutsideCalendar => $"{reason}: {days}, as of {asOf}",
        _ => reason.Text,
    };

    /// <summary>The condition that left nothing, or what is missing in all rows left.</summary>
    private static string NoRows(ExplainedRows rows)
    {
        var last = rows.Funnel.LastOrDefault(s => s.Kind != "share") ?? rows.Funnel[^1];
        if (last.Left > 0)
            return rows.Values is { Known: 0 } values ? $"`{values.Text}` is missing in all rows left of `{rows.Source}`" : $"too few rows of `{rows.Source}` are left";
        var emptied = rows.Funnel.First(s => s.Left == 0);
        return emptied.Kind switch
        {
            "source" => $"`{rows.Source}` has no rows",
            "filter" => $"no row of `{rows.Source}` in {rows.Days} is left after `{emptied.Text}`",
            "time" => $"no row of `{rows.Source}` has a `{rows.Time}`",
            "as_of" => $"all rows of `{rows.Source}` are later than the as-of",
            "group" => $"`{rows.Source}` has no row with {emptied.Text}",
            _ => $"`{rows.Source}` has no row {emptied.Text}",
        };
    }
}
