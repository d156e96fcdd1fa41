using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Time;

namespace MetricsAsCode.Calculation.Evaluation;

/// <summary>Finds the rows that formulas read, in reading order; what a formula uses more than once is gone through once. A leaf whose window has no stretch is none.</summary>
internal sealed class Leaves(Clock clock)
{
    /// <summary>The rows of the formula's aggregates and sets.</summary>
    public IEnumerable<Leaf> OfAggregates(Formula formula, Stretch period) => Of(formula, period, withKeys: false, Walked());

    /// <summary>The same with the rows that say which entities a <c>per</c> is computed for.</summary>
    public IEnumerable<Leaf> All(Formula formula, Stretch period) => Of(formula, period, withKeys: true, Walked());

    /// <summary>The rows that a set reads.</summary>
    public IEnumerable<Leaf> Of(SetFormula set, Stretch period) => set.Readings().SelectMany(r => Read(r.Aggregate, r.Window, period));

    /// <summary>The rows by which the entities of a key exist; of a column key those of the aggregates, which are not repeated here.</summary>
    public IEnumerable<Leaf> Of(EntityKey key, Stretch period) => key switch
    {
        ColumnKey => [],
        SourceKey source => Read(source.Rows, source.Window, period).Select(leaf => leaf.UpToTheEnd()),
        SetKey set => Of(set.Set, period),
        _ => throw new InvalidOperationException($"Unexpected key {key.GetType().Name}."),
    };

    /// <summary>The units of an <c>each</c> in a period that have ended; in one without a beginning from the earliest row on. None when its window has no stretch.</summary>
    public IReadOnlyList<Stretch> UnitsOf(EachFormula each, Stretch period) =>
        clock.Resolve(each.Window, period).TryGet(out var stretch, out _)
            ? clock.UnitsEndingIn(stretch, each.Grain, stretch.First is null ? Earliest(each.Operand) : null)
            : [];

    /// <summary>The day of the earliest dated row of the rows that a formula reads; null when there is none.</summary>
    public DateOnly? Earliest(Formula formula) => EarliestTime(formula) is { } instant ? clock.Calendar.DateOf(instant) : null;

    /// <summary>The earliest time of the rows that a formula reads, of any period; null when there is none.</summary>
    public Instant? EarliestTime(Formula formula) => All(formula, clock.NewestDay).Select(leaf => clock.Earliest(leaf.Rows)).Min();

    private static HashSet<(Formula, Stretch)> Walked() => new(FormulaIdentity<Stretch>.Instance);

    private IEnumerable<Leaf> Of(Formula formula, Stretch period, bool withKeys, HashSet<(Formula, Stretch)> walked) => !walked.Add((formula, period)) ? [] : formula switch
    {
        ReadingFormula f => Read(f.Aggregate, f.Window, period),
        ShareFormula f => Read(f.Among, f.Window, period),
        SizeFormula f => Of(f.Set, period),
        PerFormula f => Of(f.Operand, period, withKeys, walked).Concat(withKeys ? Of(f.Key, period) : []),
        SharePerFormula f => Of(f.Condition, period, withKeys, walked).Concat(withKeys ? Of(f.Key, period) : []),
        EachFormula f => UnitsOf(f, period).SelectMany(unit => Of(f.Operand, unit, withKeys, walked)),
        LeftOutFormula f => Of(f.Operand, period, withKeys, walked),
        _ => formula.Operands().SelectMany(operand => Of(operand, period, withKeys, walked)),
    };

    private IEnumerable<Leaf> Read(Aggregate aggregate, Window window, Stretch period) => Read(aggregate.Rows, window, period);

    private IEnumerable<Leaf> Read(Selection rows, Window window, Stretch period) =>
        clock.Resolve(window, period).TryGet(out var stretch, out _) ? [new Leaf(rows, stretch)] : [];
}
