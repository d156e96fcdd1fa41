namespace MetricsAsCode.Engines.Explaining;

/// <summary>The rows behind an aggregate, share or set: how they are narrowed down, and some of those left.</summary>
/// <param name="Number">By which steps refer to them, from 1.</param>
/// <param name="Source">The source.</param>
/// <param name="Text">The rows in the language's words, e.g. <c>orders where status = delivered</c>.</param>
/// <param name="Name">The <c>let</c> of these rows, if there is one.</param>
/// <param name="Time">The column that decides the rows' period, e.g. <c>order_id.order_date</c>; null when every row counts in every period.</param>
/// <param name="Entity">Inside a <c>per</c> the column by which the rows belong to entities; they are those of all of them. Else null.</param>
/// <param name="Days">The stretch of days they are read for.</param>
/// <param name="Funnel">How many rows are left after each condition; the first entry is the whole source.</param>
/// <param name="Values">How many of the rows left have the value that is aggregated; null when rows are counted.</param>
/// <param name="Columns">What the samples show of each row.</param>
/// <param name="Samples">Some of the rows: of a share the rows that count and all of the base, else those left.</param>
public sealed record ExplainedRows(
    int Number,
    string Source,
    string Text,
    string? Name,
    string? Time,
    string? Entity,
    string Days,
    IReadOnlyList<FunnelStage> Funnel,
    ExplainedValues? Values,
    IReadOnlyList<string> Columns,
    IReadOnlyList<RowSample> Samples);

/// <summary>One condition on rows.</summary>
/// <param name="Text">The condition in words, e.g. <c>status = delivered</c> or <c>in 1998-Q1</c>.</param>
/// <param name="Kind"><c>source</c>, <c>group</c>, <c>time</c>, <c>as_of</c>, <c>period</c>, <c>filter</c> or <c>share</c>.</param>
/// <param name="Left">Rows for which it is true.</param>
/// <param name="False">Rows for which it is false.</param>
/// <param name="Unknown">Rows for which it is unknown, because something it reads is missing.</param>
public sealed record FunnelStage(string Text, string Kind, long Left, long False, long Unknown)
{
    /// <summary>Rows that this condition removed.</summary>
    public long Removed => False + Unknown;
}

/// <summary>What is aggregated of the rows left.</summary>
public sealed record ExplainedValues(string Text, long Known, long Missing);

/// <summary>Some rows in order of time, then key.</summary>
/// <param name="Title">Which rows: <c>rows</c>, <c>numerator</c> or <c>denominator</c>.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Lines">The first of them.</param>
public sealed record RowSample(string Title, long Count, IReadOnlyList<SampledRow> Lines);

/// <summary>One row.</summary>
/// <param name="Line">Where it begins in its file, from 1; 0 for rows that come from no file with lines.</param>
/// <param name="Cells">One for each column; null is missing.</param>
public sealed record SampledRow(int Line, IReadOnlyList<string?> Cells);
