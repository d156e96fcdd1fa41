using MetricsAsCode.Values;

namespace MetricsAsCode.Objectives;

/// <summary>What a key result aims at. Amounts are in the unit of its metric: ratios with 1 as the whole, durations in microseconds.</summary>
public abstract record KeyResultTarget
{
    private protected KeyResultTarget()
    {
    }
}

/// <summary><c>from 50% to 60%</c></summary>
/// <param name="From">Where the path begins.</param>
/// <param name="To">Where it ends; not where it begins.</param>
public sealed record FromTo(Value From, Value To) : KeyResultTarget;

/// <summary><c>increase by 20%</c>, <c>decrease by 5 points</c>: from the baseline on.</summary>
/// <param name="IsIncrease">Whether the value is to rise.</param>
/// <param name="By">The positive size of the change: a ratio of the baseline when relative, else an amount in the metric's unit.</param>
/// <param name="IsRelative">Whether the change is relative to the baseline.</param>
public sealed record ChangeBy(bool IsIncrease, Value By, bool IsRelative) : KeyResultTarget;

/// <summary><c>at least 90%</c></summary>
/// <param name="Level">The lowest value that meets the target.</param>
public sealed record AtLeast(Value Level) : KeyResultTarget;

/// <summary><c>at most 3 hours</c></summary>
/// <param name="Level">The highest value that meets the target.</param>
public sealed record AtMost(Value Level) : KeyResultTarget;

/// <summary><c>between 80% and 90%</c>, both included.</summary>
/// <param name="Low">The lowest value that meets the target.</param>
/// <param name="High">The highest value that meets the target.</param>
public sealed record Between(Value Low, Value High) : KeyResultTarget;

/// <summary><c>reach 50_000</c></summary>
/// <param name="Level">The value to reach.</param>
public sealed record Reach(Value Level) : KeyResultTarget;

/// <summary>A milestone: <c>launches done</c>. The value counts the rows from the period's start to the as-of.</summary>
public sealed record Done : KeyResultTarget;
