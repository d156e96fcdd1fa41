using MetricsAsCode.Time;

namespace MetricsAsCode.Values;

/// <summary>Why there is no value.</summary>
/// <param name="Code">What engines compare.</param>
/// <param name="Text">What analysts read: a short lower-case phrase.</param>
public sealed record Reason(ReasonCode Code, string Text)
{
    /// <summary>"no rows"</summary>
    public static Reason NoRows { get; } = new(ReasonCode.NoRows, "no rows");

    /// <summary>"no rows yet"</summary>
    public static Reason NoRowsYet { get; } = new(ReasonCode.NoRowsYet, "no rows yet");

    /// <summary>"fewer than two rows"</summary>
    public static Reason TooFewRows { get; } = new(ReasonCode.TooFewRows, "fewer than two rows");

    /// <summary>"division by zero"</summary>
    public static Reason DivisionByZero { get; } = new(ReasonCode.DivisionByZero, "division by zero");

    /// <summary>"period not started"</summary>
    public static Reason NotStarted { get; } = new(ReasonCode.NotStarted, "period not started");

    /// <summary>"no data"</summary>
    public static Reason NoData { get; } = new(ReasonCode.NoData, "no data");

    /// <summary>"overflow"</summary>
    public static Reason Overflow { get; } = new(ReasonCode.Overflow, "overflow");

    /// <summary>"root of a negative number"</summary>
    public static Reason NegativeRoot { get; } = new(ReasonCode.NegativeRoot, "root of a negative number");

    /// <summary>"missing value"</summary>
    public static Reason MissingValue { get; } = new(ReasonCode.MissingValue, "missing value");

    /// <summary>"baseline not positive"</summary>
    public static Reason BaselineNotPositive { get; } = new(ReasonCode.BaselineNotPositive, "baseline not positive");

    /// <summary>"baseline before the data"</summary>
    public static Reason BaselineBeforeData { get; } = new(ReasonCode.BaselineBeforeData, "baseline before the data");

    /// <summary>"baseline equals target"</summary>
    public static Reason BaselineIsTarget { get; } = new(ReasonCode.BaselineIsTarget, "baseline equals target");

    /// <summary>"too early"</summary>
    public static Reason TooEarly { get; } = new(ReasonCode.TooEarly, "too early");

    /// <summary>"no key result scored"</summary>
    public static Reason NothingScored { get; } = new(ReasonCode.NothingScored, "no key result scored");

    /// <summary>"weeks do not start on monday, so they have no labels"</summary>
    public static Reason NoWeekLabels { get; } = new(ReasonCode.NoWeekLabels, "weeks do not start on monday, so they have no labels");

    /// <summary>"outside the years 1 to 9999"</summary>
    public static Reason OutsideCalendar { get; } = new(ReasonCode.OutsideCalendar, "outside the years 1 to 9999");

    /// <summary>"range ends before it starts"</summary>
    public static Reason BackwardRange { get; } = new(ReasonCode.BackwardRange, "range ends before it starts");

    /// <summary>"nothing before the beginning"</summary>
    public static Reason NothingBefore { get; } = new(ReasonCode.NothingBefore, "nothing before the beginning");

    /// <summary>"immature"</summary>
    public static Reason Immature { get; } = new(ReasonCode.Immature, "immature");

    /// <summary>"the rows asked have no such group"</summary>
    public static Reason OutOfReach { get; } = new(ReasonCode.OutOfReach, "the rows asked have no such group");

    /// <summary>"not computed"</summary>
    public static Reason NotComputed { get; } = new(ReasonCode.NotComputed, "not computed");

    /// <summary>"no whole month yet"</summary>
    public static Reason NoWhole(Grain grain) => new(ReasonCode.NoWholePeriod, $"no whole {grain.Word()} yet");

    /// <summary>"too fine for every month"</summary>
    public static Reason FinerThan(Grain grain) => new(ReasonCode.FinerThanGrain, $"too fine for every {grain.Word()}");

    /// <summary>The phrase.</summary>
    public override string ToString() => Text;
}
