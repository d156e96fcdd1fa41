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
    private const int Favour = 15;

    private static readonly (string Name, Production[] Productions)[] All =
    [
        (nameof(RowLeaves), RowLeaves.Productions),
        (nameof(RowArithmetic), RowArithmetic.Productions),
        (nameof(RowChoices), RowChoices.Productions),
        (nameof(RowTimes), RowTimes.Productions),
        (nameof(OtherRows), OtherRows.Productions),
        (nameof(RowTexts), RowTexts.Productions),
        (nameof(RowConditions), RowConditions.Productions),
        (nameof(RowSelections), RowSelections.Productions),
        (nameof(EntitySets), EntitySets.Productions),
        (nameof(RowAggregates), RowAggregates.Productions),
        (nameof(Shares), Shares.Productions),
        (nameof(PerEntity), PerEntity.Productions),
        (nameof(PerUnit), PerUnit.Productions),
        (nameof(States), States.Productions),
        (nameof(Funnels), Funnels.Productions),
        (nameof(Cohorts), Cohorts.Productions),
        (nameof(NumberOperators), NumberOperators.Productions),
        (nameof(NumberConditions), NumberConditions.Productions),
        (nameof(NumberTimes), NumberTimes.Productions),
        (nameof(Reuse), Reuse.Productions),
        (nameof(Functions), Functions.Productions),
        (nameof(StandardFunctions), StandardFunctions.Productions),
    ];

    /// <summary>The families, as <c>--only</c> names them; segments and samples have no production of their own.</summary>
    public static IEnumerable<string> Families => All.Select(f => f.Name).Append(Declarations.Segments).Append(SourceTables.Samples);

    /// <summary>A piece for a goal. The production is drawn first, so that only what it needs is built.</summary>
    public static Gen<Term> Of(Goal goal)
    {
        var fit = (from family in All
                   from production in family.Productions
                   where production.Applies(goal)
                   select (production.Weight * Weight(family.Name, production, goal.Schema), Gen.Constant(production))).ToArray();
        return fit.Length == 0
            ? throw new InvalidOperationException($"No production makes a {goal.Sort} at depth {goal.Depth}.")
            : Gen.Frequency(fit).SelectMany(p => p.Make(goal));
    }

    // What a function is given is what its body is about.
    private static int Weight(string family, Production production, Schema schema) =>
        family == schema.Favoured || (schema.IsBody && production.Name.StartsWith("named ", StringComparison.Ordinal)) ? Favour : 1;

    public static bool CanMake(Goal goal) => All.Any(f => f.Productions.Any(p => p.Applies(goal)));
}
