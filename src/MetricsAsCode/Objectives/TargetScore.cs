using MetricsAsCode.Values;

namespace MetricsAsCode.Objectives;

/// <summary>How far a value has come towards a target, time aside.</summary>
/// <param name="Score">0 to 1; null when there is none.</param>
/// <param name="Reason">Why there is no score.</param>
/// <param name="Start">Where the path begins; null for levels.</param>
/// <param name="Target">The value to get to.</param>
internal readonly record struct TargetScore(double? Score, Reason? Reason, Value? Start, Value Target)
{
    // With v the value, b the baseline and s the score clipped to 0..1:
    // 1. from A to B: s = (v - A) / (B - A).
    // 2. increase | decrease by P: the target is b (1 ± P), s is linear from b; none when b <= 0.
    // 3. increase | decrease by an amount: the target is b ± amount, for any b.
    // 4. at least T: 1 if met, else v / T if T > 0, else 0. 5. at most T: 1 if met, else T / v if T > 0, else 0.
    // 6. between A and B: 1 inside, else as at least A or at most B. 7. reach N: v / N. 8. done: 1 once there is a row, else 0.
    internal static TargetScore Of(KeyResultInput input, Value value) => input.Target switch
    {
        FromTo path => OfPath(value, path.From, path.To),
        ChangeBy change => OfChange(input, change, value),
        AtLeast level => OfLevel(value, level.Level, Least),
        AtMost level => OfLevel(value, level.Level, Most),
        Between range => OfRange(value, range),
        Reach level when ScoreArithmetic.Sign(level.Level) == 0 => new(null, Reason.DivisionByZero, null, level.Level),
        Reach level => OfLevel(value, level.Level, ScoreArithmetic.Part),
        Done => OfLevel(value, Value.Of(1), static (count, one) => ScoreArithmetic.Compare(count, one) >= 0 ? 1 : 0),
        var other => throw new InvalidOperationException($"There is no score for a target {other}."),
    };

    private static TargetScore OfChange(KeyResultInput input, ChangeBy change, Value value)
    {
        if (input.BaselineEnd is { } end && input.EarliestRow is { } earliest && end <= earliest)
            return new(null, Reason.BaselineBeforeData, null, Value.None(Reason.BaselineBeforeData));
        var baseline = input.Baseline?.Value ?? Value.None(Reason.NotComputed);
        if (!baseline.HasValue)
            return new(null, baseline.Reason, baseline, baseline);
        if (change.IsRelative && ScoreArithmetic.Sign(baseline) <= 0)
            return new(null, Reason.BaselineNotPositive, baseline, Value.None(Reason.BaselineNotPositive));
        var by = change.IsRelative ? ScoreArithmetic.Multiply(baseline, change.By) : change.By;
        return OfPath(value, baseline, ScoreArithmetic.Add(baseline, by, change.IsIncrease));
    }

    private static TargetScore OfPath(Value value, Value start, Value target)
    {
        if (!target.HasValue)
            return new(null, target.Reason, start, target);
        if (ScoreArithmetic.Compare(start, target) == 0)
            return new(null, Reason.BaselineIsTarget, start, target);
        return value.HasValue ? new(ScoreArithmetic.Way(value, start, target), null, start, target) : new(null, value.Reason, start, target);
    }

    private static TargetScore OfRange(Value value, Between range)
    {
        var isAbove = value.HasValue && ScoreArithmetic.Compare(value, range.High) > 0;
        return OfLevel(value, isAbove ? range.High : range.Low, isAbove ? Most : Least);
    }

    private static TargetScore OfLevel(Value value, Value level, Func<Value, Value, double> score) =>
        value.HasValue ? new(score(value, level), null, null, level) : new(null, value.Reason, null, level);

    private static double Least(Value value, Value level) =>
        ScoreArithmetic.Compare(value, level) >= 0 ? 1 : ScoreArithmetic.Sign(level) > 0 ? ScoreArithmetic.Part(value, level) : 0;

    private static double Most(Value value, Value level) =>
        ScoreArithmetic.Compare(value, level) <= 0 ? 1 : ScoreArithmetic.Sign(level) > 0 ? ScoreArithmetic.Part(level, value) : 0;
}
