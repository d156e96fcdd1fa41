using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Calculation.States;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.Evaluation;

/// <summary>The members of sets, for each member of a scope; null where a filter of one of its rows overflows.</summary>
internal sealed class SetEvaluator(TallyBook book, Clock clock)
{
    private readonly Dictionary<(SetFormula, Context), Outcome<Members?[]>> known = [];

    /// <summary>The sets, or the reason why they have no stretch.</summary>
    public Outcome<Members?[]> Of(SetFormula set, Context context)
    {
        if (!known.TryGetValue((set, context), out var members))
            known.Add((set, context), members = set is CombinedSet combined ? Combine(combined, context) : Read((SetReading)set, context));
        return members;
    }

    private Outcome<Members?[]> Combine(CombinedSet set, Context context)
    {
        if (!Of(set.Left, context).TryGet(out var left, out var none) || !Of(set.Right, context).TryGet(out var right, out none))
            return new(none);
        var members = new Members?[left.Length];
        for (var code = 0; code < members.Length; code++)
            members[code] = left[code] is { } one && right[code] is { } other ? Members.Combine(set.Operator, one, other) : null;
        return new(members);
    }

    private Outcome<Members?[]> Read(SetReading reading, Context context)
    {
        if (!clock.Resolve(reading.Window, context.Period).TryGet(out var stretch, out var none))
            return new(none);
        var (tally, runs) = book.Find(reading.Aggregate, context.Scope, stretch);
        if (tally.Failure is { } failure)
            return new(failure);
        var state = (DistinctState)tally.State;
        var members = new Members?[context.Scope.Count];
        for (var code = 0; code < members.Length; code++)
        {
            var run = runs.Of(code);
            members[code] = state.IsOverflown(run) ? null : state.Set(run);
        }

        return new(members);
    }
}
