namespace MetricsAsCode.Values;

/// <summary>Why there is no value: a closed list, so that every engine says the same.</summary>
public enum ReasonCode
{
    /// <summary>An aggregate, other than a count or sum, of no rows.</summary>
    NoRows,

    /// <summary>A group of which the source has no row up to the period's end.</summary>
    NoRowsYet,

    /// <summary>A spread of fewer than two rows.</summary>
    TooFewRows,

    /// <summary>A division by zero.</summary>
    DivisionByZero,

    /// <summary>A metric `every month` in a period in which no whole month has ended.</summary>
    NoWholePeriod,

    /// <summary>A metric `every month` in a period shorter than a month.</summary>
    FinerThanGrain,

    /// <summary>The period starts at or after the as-of.</summary>
    NotStarted,

    /// <summary>There is no dated row and no as-of was given.</summary>
    NoData,

    /// <summary>A number with more than 38 digits, or beyond the range of doubles.</summary>
    Overflow,

    /// <summary>The square root of a negative number.</summary>
    NegativeRoot,

    /// <summary>A cell or operand that is missing.</summary>
    MissingValue,

    /// <summary>A change relative to a baseline of zero or less.</summary>
    BaselineNotPositive,

    /// <summary>A baseline period that ends before the earliest row.</summary>
    BaselineBeforeData,

    /// <summary>A target no further along than its baseline.</summary>
    BaselineIsTarget,

    /// <summary>A key result that cannot be judged yet.</summary>
    TooEarly,

    /// <summary>An objective none of whose key results has a score.</summary>
    NothingScored,

    /// <summary>A week label in a calendar whose weeks do not start on monday.</summary>
    NoWeekLabels,

    /// <summary>A period or window that leaves the years 1 to 9999.</summary>
    OutsideCalendar,

    /// <summary>A range that ends before it starts.</summary>
    BackwardRange,

    /// <summary>A window that asks for what came before the beginning of time.</summary>
    NothingBefore,

    /// <summary>Rows there are, but none that can be judged by the as-of.</summary>
    Immature,

    /// <summary>A response rate by a column that the rows asked do not reach.</summary>
    OutOfReach,

    /// <summary>Nobody has computed it.</summary>
    NotComputed,
}
