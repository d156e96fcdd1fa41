using System.Globalization;
using MetricsAsCode.Engines.Mutation;

namespace MetricsAsCode.Cli.Mutating;

/// <summary>What became of all changes.</summary>
/// <param name="Outcomes">By file and place.</param>
/// <param name="ExplanationsPath">The file of explanations, as given.</param>
/// <param name="Stale">Explanations that explain nothing.</param>
internal sealed record MutationReport(IReadOnlyList<MutantOutcome> Outcomes, string ExplanationsPath, IReadOnlyList<MutantExplanation> Stale)
{
    public bool HasFindings => Stale.Count > 0 || Outcomes.Any(o => o.IsFinding);

    public IEnumerable<MutantOutcome> Survivors => Outcomes.Where(o => o.IsFinding);

    public IEnumerable<MutantOutcome> Explained => Outcomes.Where(o => o.Explanation is not null);

    /// <summary>E.g. <c>120 mutants: 110 killed by a test, 4 refused by the compiler, 5 mean the same, 1 survived</c>.</summary>
    public string Totals()
    {
        var counts = new[]
        {
            (Outcomes.Count(o => o.Fate == MutantFate.Killed), "killed by a test"),
            (Outcomes.Count(o => o.Fate == MutantFate.Refused), "refused by the compiler"),
            (Outcomes.Count(o => o.Fate == MutantFate.Same), "with the same meaning"),
            (Explained.Count(), "explained"),
            (Survivors.Count(), "survived"),
        };
        var shown = counts.Where(c => c.Item1 > 0 || c.Item2 == "survived").Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Item1} {c.Item2}"));
        return string.Create(CultureInfo.InvariantCulture, $"{Outcomes.Count} {(Outcomes.Count == 1 ? "mutant" : "mutants")}: {string.Join(", ", shown)}");
    }
}
