namespace MetricsAsCode.Compiler.Emit.Sql;

/// <summary>How a release says a construct.</summary>
public enum SqlSupport
{
    /// <summary>With a function or clause of its own.</summary>
    Native,

    /// <summary>In other words, with the same number.</summary>
    Rewritten,

    /// <summary>Not at all: the metric is refused, with what to do instead.</summary>
    Refused,
}

/// <summary>One construct and the releases that say it.</summary>
/// <param name="Construct">Which one.</param>
/// <param name="Words">What it is called in messages.</param>
/// <param name="Current">In releases from <see cref="ClickHouseCapabilities.Recent"/> on.</param>
/// <param name="Old">In earlier ones.</param>
/// <param name="Note">How it is rewritten, or why it is refused.</param>
public sealed record SqlCapability(SqlConstruct Construct, string Words, SqlSupport Current, SqlSupport Old, string Note);

/// <summary>What releases of ClickHouse say. Tests run the current one for the whole language, and 18.16 for what it does not refuse.</summary>
public static class ClickHouseCapabilities
{
    public const string Alternative = "Use a server of release 25.1 or later, or compute the metric with --engine compiled or duckdb.";

    /// <summary>From this release on the whole language is said.</summary>
    public static readonly Version Recent = new(25, 1);

    public static readonly IReadOnlyList<SqlCapability> All =
    [
        new(SqlConstruct.Rows, "an aggregate over rows", SqlSupport.Native, SqlSupport.Rewritten, "before 25.1 without FILTER and named relations: values that do not count are NULL, periods are an ARRAY JOIN, unknown truth is written out"),
        new(SqlConstruct.Percentiles, "a percentile", SqlSupport.Native, SqlSupport.Rewritten, "before 25.1 the exact quantile does not interpolate: values are sorted in an array"),
        new(SqlConstruct.Sets, "a set", SqlSupport.Native, SqlSupport.Rewritten, "before 25.1 by GLOBAL IN, which is answered once for all shards; INTERSECT and EXCEPT by GLOBAL IN and GLOBAL NOT IN"),
        new(SqlConstruct.References, "a column along a reference", SqlSupport.Native, SqlSupport.Refused, "one statement has one JOIN, and between Distributed tables that is answered per shard"),
        new(SqlConstruct.States, "rows with a lifetime", SqlSupport.Native, SqlSupport.Refused, "not tested there"),
        new(SqlConstruct.Entities, "a number per entity", SqlSupport.Native, SqlSupport.Refused, "there are no named relations and no joins of several"),
        new(SqlConstruct.OtherRows, "what follows from other rows (funnels, cohorts, neighbours, segments)", SqlSupport.Native, SqlSupport.Refused, "there are no window functions"),
        new(SqlConstruct.Ordered, "first, last, nth or percentile_disc", SqlSupport.Rewritten, SqlSupport.Refused, "current releases sort arrays of tuples"),
        new(SqlConstruct.Deviation, "a standard deviation", SqlSupport.Native, SqlSupport.Refused, "18.16 gives inf where shards are merged"),
        new(SqlConstruct.MoreThan38Digits, "a number that may need more than 38 digits", SqlSupport.Rewritten, SqlSupport.Refused, "current releases compute it with 76 digits; before, decimals of 38 wrap"),
        new(SqlConstruct.RealArithmetic, "arithmetic of binary numbers inside rows", SqlSupport.Native, SqlSupport.Refused, "18.16 does not compute decimals with doubles"),
        new(SqlConstruct.MoneyTimesReal, "money times a binary number", SqlSupport.Rewritten, SqlSupport.Refused, "current releases multiply whole numbers of 256 bits, and round once"),
        new(SqlConstruct.Rounding, "rounding", SqlSupport.Native, SqlSupport.Refused, "18.16 rounds halves up"),
        new(SqlConstruct.TimeArithmetic, "a duration added to a time", SqlSupport.Rewritten, SqlSupport.Refused, "current releases guard it: times are whole numbers there"),
        new(SqlConstruct.ZonesThatChange, "local days or hours of a zone whose clock changes", SqlSupport.Rewritten, SqlSupport.Refused, "current releases look the zone up in arrays that the calendar of the product has computed"),
    ];

    /// <summary>What earlier releases do not say, as a dialect has it.</summary>
    public static IReadOnlyDictionary<SqlConstruct, (string Words, string Remedy)> RefusedBefore { get; } =
        All.Where(c => c.Old == SqlSupport.Refused).ToDictionary(c => c.Construct, c => ($"{c.Words} for ClickHouse before {Recent}", Alternative));
}
