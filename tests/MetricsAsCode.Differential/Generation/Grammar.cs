using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Differential.Generation.Families;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation;

/// <summary>One way to make a piece.</summary>
/// <param name="Name">The name the histogram shows.</param>
/// <param name="Weight">How often it is taken, against the others that apply.</param>
/// <param name="Applies">Whether it can make such a piece.</param>
/// <param name="Make">Makes it.</param>
internal sealed record Production(string Name, int Weight, Func<Goal, bool> Applies, Func<Goal, Gen<Term>> Make);

/// <summary>The table of productions. A new construct is a family's file and its line here.</summary>
internal static class Grammar
{
    private static readonly Production[] All =
    [
        .. RowLeaves.Productions,
        .. RowArithmetic.Productions,
        .. RowChoices.Productions,
        .. RowTimes.Productions,
        .. OtherRows.Productions,
        .. RowTexts.Productions,
        .. RowConditions.Productions,
        .. RowSelections.Productions,
        .. EntitySets.Productions,
        .. RowAggregates.Productions,
        .. Shares.Productions,
        .. PerEntity.Productions,
        .. PerUnit.Productions,
        .. NumberOperators.Productions,
        .. NumberConditions.Productions,
        .. Reuse.Productions,
        .. StandardFunctions.Productions,
    ];

    /// <summary>A piece for a goal. The production is drawn first, so that only what it needs is built.</summary>
    public static Gen<Term> Of(Goal goal)
    {
        var fit = All.Where(p => p.Applies(goal)).ToArray();
        return fit.Length == 0
            ? throw new InvalidOperationException($"No production makes a {goal.Sort} at depth {goal.Depth}.")
            : Gen.Frequency(fit.Select(p => (p.Weight, Gen.Constant(p)))).SelectMany(p => p.Make(goal));
    }

    public static bool CanMake(Goal goal) => All.Any(p => p.Applies(goal));
}
