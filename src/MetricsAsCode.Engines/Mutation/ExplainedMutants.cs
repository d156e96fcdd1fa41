using System.Collections.Immutable;

namespace MetricsAsCode.Engines.Mutation;

/// <summary>One line of the file in which survivors are explained: <c>module.declaration | change | reason</c>.</summary>
/// <param name="Line">Where it stands, from 1.</param>
public sealed record MutantExplanation(int Line, string Declaration, string Change, string Reason);

/// <summary>Survivors that somebody has looked at and found harmless. Empty lines and lines that begin with <c>#</c> are skipped.</summary>
public sealed record ExplainedMutants(string Path, ImmutableArray<MutantExplanation> Explanations)
{
    private const int Parts = 3;

    public static ExplainedMutants None { get; } = new("", []);

    /// <exception cref="FormatException">A line has another form; the message names it.</exception>
    public static ExplainedMutants Read(string path, string content)
    {
        var explanations = ImmutableArray.CreateBuilder<MutantExplanation>();
        string[] lines = content.ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim() is "" or ['#', ..])
                continue;
            string[] parts = lines[i].Split('|', Parts, StringSplitOptions.TrimEntries);
            if (parts.Length < Parts || parts.Any(p => p.Length == 0))
                throw new FormatException(FormattableString.Invariant($"{path}({i + 1}): write `module.declaration | change | reason`, the first two as `metrics mutate` prints them."));
            explanations.Add(new MutantExplanation(i + 1, parts[0], parts[1], parts[2]));
        }

        return new ExplainedMutants(path, explanations.ToImmutable());
    }

    /// <summary>A survivor with its explanation, if there is one.</summary>
    public MutantOutcome Explain(MutantOutcome outcome) => outcome.Fate == MutantFate.Survived
        ? outcome with { Explanation = Explanations.FirstOrDefault(e => Fits(e, outcome.Mutation))?.Reason }
        : outcome;

    /// <summary>Explanations of what does not survive, or is not there; those of modules that were not looked at are left alone.</summary>
    public IEnumerable<MutantExplanation> Stale(IReadOnlyCollection<MutantOutcome> outcomes) => Explanations
        .Where(e => outcomes.Any(o => e.Declaration.StartsWith(o.Mutation.Module + ".", StringComparison.Ordinal)))
        .Where(e => !outcomes.Any(o => o.Fate == MutantFate.Survived && Fits(e, o.Mutation)));

    private static bool Fits(MutantExplanation explanation, Mutation mutation) =>
        string.Equals(explanation.Declaration, $"{mutation.Module}.{mutation.Declaration}", StringComparison.Ordinal)
        && string.Equals(explanation.Change, mutation.Change, StringComparison.Ordinal);
}
