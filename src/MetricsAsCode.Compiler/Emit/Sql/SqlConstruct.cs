namespace MetricsAsCode.Compiler.Emit.Sql;

/// <summary>What a statement may need that not every release of an engine says.</summary>
public enum SqlConstruct
{
    /// <summary>Counts, sums, extremes, distinct counts and shares over the rows of one source, with filters, by period and by a column of its own.</summary>
    Rows,

    /// <summary>Median and percentiles, interpolated.</summary>
    Percentiles,

    /// <summary>Sets, their sizes, and filters that test them.</summary>
    Sets,

    /// <summary>Columns along a reference.</summary>
    References,

    /// <summary>Rows with a lifetime.</summary>
    States,

    /// <summary>Numbers per entity: <c>per</c>, and <c>each</c> inside it.</summary>
    Entities,

    /// <summary>What follows from other rows: funnels, cohorts, neighbours, answers, segments.</summary>
    OtherRows,

    /// <summary>The first, last and n-th by time, and discrete percentiles.</summary>
    Ordered,

    Deviation,

    /// <summary>Numbers of which more than 38 digits may be needed on the way.</summary>
    MoreThan38Digits,

    /// <summary>Arithmetic of binary doubles inside rows, quotients among it.</summary>
    RealArithmetic,

    /// <summary>Money times a binary double, rounded once.</summary>
    MoneyTimesReal,

    /// <summary>Rounding to whole numbers.</summary>
    Rounding,

    /// <summary>A time and a duration added.</summary>
    TimeArithmetic,

    /// <summary>Local days and hours in a zone whose clock changes.</summary>
    ZonesThatChange,
}
