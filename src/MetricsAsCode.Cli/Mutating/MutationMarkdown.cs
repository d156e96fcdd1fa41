using System.Globalization;
using System.Text;
using MetricsAsCode.Engines.Mutation;
using MetricsAsCode.Scorecards.Markdown;

namespace MetricsAsCode.Cli.Mutating;

/// <summary>A page to commit: totals by module and by kind of change, survivors, explanations. It names no line, so that it changes only when an outcome does.</summary>
internal static class MutationMarkdown
{
    public static string Of(MutationReport report)
    {
        var text = new StringBuilder();
        text.Append("# Mutation report\n\nSmall mistakes made in the definitions, one at a time, and what noticed each.\n\n");
        text.Append(report.Totals()).Append(".\n\n");
        Table(text, "Module", report.Outcomes.GroupBy(o => o.Mutation.Module).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.AsEnumerable())));
        Table(text, "Change", report.Outcomes.GroupBy(o => o.Mutation.Operator).OrderBy(g => g.Key).Select(g => (Words(g.Key), g.AsEnumerable())));
        List(text, "Survivors", report.Survivors, static o => "");
        List(text, "Explained", report.Explained, static o => $": {o.Explanation}");
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Table(StringBuilder text, string title, IEnumerable<(string Name, IEnumerable<MutantOutcome> Outcomes)> rows)
    {
        text.Append(CultureInfo.InvariantCulture, $"| {title} | Mutants | Killed by a test | Refused by the compiler | Same meaning | Explained | Survived |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var (name, outcomes) in rows)
        {
            var all = outcomes.ToList();
            int Count(MutantFate fate) => all.Count(o => o.Fate == fate);
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {all.Count} | {Count(MutantFate.Killed)} | {Count(MutantFate.Refused)} | {Count(MutantFate.Same)} | {all.Count(o => o.Explanation is not null)} | {all.Count(o => o.IsFinding)} |\n");
        }

        text.Append('\n');
    }

    private static void List(StringBuilder text, string title, IEnumerable<MutantOutcome> outcomes, Func<MutantOutcome, string> more)
    {
        var lines = outcomes.Select(o => $"- {MarkdownText.Escape($"{o.Mutation.Module}.{o.Mutation.Declaration} in {o.Mutation.Location.Text.Path}: {o.Mutation.Change}{more(o)}")}\n").ToList();
        if (lines.Count == 0)
            return;
        text.Append(CultureInfo.InvariantCulture, $"## {title}\n\n").AppendJoin("", lines).Append('\n');
    }

    private static string Words(MutationOperator kind) =>
        string.Concat(kind.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : c.ToString()));
}
