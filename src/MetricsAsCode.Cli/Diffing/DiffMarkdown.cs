using System.Globalization;
using System.Text;
using MetricsAsCode.Compiler.Fingerprints;
using MetricsAsCode.Scorecards.Comparing;
using MetricsAsCode.Scorecards.Markdown;

namespace MetricsAsCode.Cli.Diffing;

// What a reviewer looks for first stands first: statuses, numbers that differ, then what was written. What is long or the same is folded away.
// All text of definitions is escaped, or stands in code.

/// <summary>A change of definitions as a comment on a pull request.</summary>
internal sealed class DiffMarkdown
{
    private const int Unfolded = 15;
    private const int Named = 12;

    private readonly StringBuilder text = new();

    private DiffMarkdown()
    {
    }

    public static string Of(DiffReport report)
    {
        var page = new DiffMarkdown();
        page.Write(report);
        return page.text.ToString().TrimEnd('\n') + "\n";
    }

    private void Write(DiffReport report)
    {
        Block($"## Metrics: {Cell(report.Old.Title)} → {Cell(report.New.Title)}");
        Block($"**{Cap(report.Summary)}.**");
        KeyResults(report);
        Numbers(report);
        Definitions(report);
        Reaches(report.Impact);
        Verdict(report);
        if (report.Notes.Count > 0)
            Block($"<sub>{string.Join("; ", report.Notes.Select(n => MarkdownText.Escape(n)))}.</sub>");
    }

    private void KeyResults(DiffReport report)
    {
        if (report.StatusChanges.Count == 0)
            return;
        Block("### Key results with another status");
        Table(
            ["Key result", "Period", "Status", "Value", "Score"],
            report.StatusChanges.Select(k => new[]
            {
                $"{Cell($"{k.Module}.{k.Id}")}{(k.Label is { } label ? $"<br>{Cell(label)}" : "")}",
                Cell(k.Period),
                $"{k.Old!.Status.Symbol} {k.Old.Status.Word} → {k.New!.Status.Symbol} **{k.New.Status.Word}**",
                Pair(k.Old.Value?.Text, k.New.Value?.Text),
                Pair(k.Old.Score.Text, k.New.Score.Text),
            }));
    }

    private void Numbers(DiffReport report)
    {
        var changed = report.Metrics.Where(m => m.HasChanged || m.Old is null || m.New is null).ToList();
        var same = report.Metrics.Except(changed).ToList();
        if (changed.Count + same.Count == 0)
            return;
        Block("### Numbers");
        Block("Each metric by its old and by its new definition, over the same data.");
        if (changed.Count > 0)
            Metrics(changed.Take(Unfolded));
        if (changed.Count > Unfolded)
            Folded($"{changed.Count - Unfolded} more", () => Metrics(changed.Skip(Unfolded)));
        if (same.Count > 0)
            Folded($"{DiffSummary.Count(same.Select(m => (m.Module, m.Name)).Distinct().Count(), "metric gives", "metrics give")} the same numbers by another definition", () => Metrics(same));
    }

    private void Metrics(IEnumerable<ComparedMetric> metrics) => Table(
        ["Metric", "Period", "Old", "New", "Difference", "Trend, old and new"],
        metrics.Select(m => new[]
        {
            Cell($"{m.Module}.{m.Name}"), Cell(m.Period), Cell(m.Old?.Text), Cell(m.New?.Text), Cell(m.Difference), m.Bars.Old.Length > 0 && m.Bars.New.Length > 0 ? $"{m.Bars.Old}<br>{m.Bars.New}" : m.Bars.Old + m.Bars.New,
        }),
        numbers: [2, 3]);

    private void Definitions(DiffReport report)
    {
        var told = report.Told.ToList();
        if (told.Count == 0)
            return;
        Block("### Definitions");
        var own = told.Where(c => c.Kind is not (ChangeKind.Inherited or ChangeKind.Metadata)).Select(Definition).ToList();
        List(own.Take(Unfolded));
        if (own.Count > Unfolded)
            Folded($"{own.Count - Unfolded} more", () => List(own.Skip(Unfolded)));
        var inherited = told.Where(c => c.Kind == ChangeKind.Inherited).GroupBy(c => string.Join("; ", c.Paths.Select(p => ChangeWords.Way(p, Code)))).OrderBy(g => g.Key, StringComparer.Ordinal).Select(Inherited).ToList();
        if (inherited.Count > 0)
        {
            Block("By inheritance:");
            List(inherited);
        }

        var labels = ChangeWords.Labels(told).ToList();
        if (labels.Count > 0)
            Folded($"{DiffSummary.Count(labels.Count, "declaration", "declarations")} with another label, description, owner or the like", () => List(labels.Select(Label)));
    }

    private static string Definition(DeclarationChange change)
    {
        string name = change.Kind == ChangeKind.Renamed ? $"{Code(ChangeWords.Name(change.Old!))} → {Code(ChangeWords.Name(change.New!))}" : Code(ChangeWords.Name(change.Form));
        var lines = new List<string> { $"**{ChangeWords.Of(change.Kind)}** {ChangeWords.Noun(change.Form)} {name} ({MarkdownText.Escape(ChangeWords.Place(change.Form))})" };
        lines.AddRange(ChangeWords.Told(change).Select(a => $"  - {Aspect(a)}"));
        if (!change.Paths.IsEmpty)
            lines.Add($"  - and through {string.Join("; ", change.Paths.Select(p => ChangeWords.Way(p, Code)))}");
        return string.Join("\n", lines);
    }

    // A name of an aspect may hold that of a step or column, which is a name of the language.
    private static string Aspect(AspectChange aspect) => ChangeWords.Of(aspect with { Name = MarkdownText.Escape(aspect.Name) }, Code);

    private static string Inherited(IGrouping<string, DeclarationChange> group)
    {
        var names = group.Select(c => Code(ChangeWords.Name(c.Form))).ToList();
        string more = names.Count > Named ? $" and {DiffSummary.Count(names.Count - Named, "more", "more")}" : "";
        return $"through {group.Key}: {string.Join(", ", names.Take(Named))}{more}";
    }

    private static string Label((DeclarationChange Change, IEnumerable<AspectChange> Labels) one) =>
        $"{ChangeWords.Noun(one.Change.Form)} {Code(ChangeWords.Name(one.Change.Form))}: {string.Join("; ", one.Labels.Select(Aspect))}";

    private void Reaches(Impact impact)
    {
        if (impact.IsEmpty)
            return;
        Block("### Impact");
        var lines = impact.Broken.Select(b => $"**breaking** C# {Code(b.Member)} {DiffText.Words(b, Code)}")
            .Concat(impact.KeyResults.Select(k => $"key result {Code($"{k.Module}.{k.Name}")}: {Names(k)}"))
            .Concat(impact.Scorecards.Select(s => $"scorecard {Code($"{s.Module}.{s.Name}")}: {Names(s)}"))
            .ToList();
        List(lines.Take(Unfolded));
        if (lines.Count > Unfolded)
            Folded($"{lines.Count - Unfolded} more", () => List(lines.Skip(Unfolded)));
    }

    private static string Names(Reached reached) =>
        string.Join(", ", reached.Metrics.Take(Named).Select(Code)) + (reached.Metrics.Length > Named ? $" and {reached.Metrics.Length - Named} more" : "");

    private void Verdict(DiffReport report)
    {
        foreach (var fired in report.Verdict)
            Block($"❌ **{fired.Gate}**: {string.Join(", ", fired.Findings.Take(Named).Select(Code))}{(fired.Findings.Count > Named ? $" and {fired.Findings.Count - Named} more" : "")}");
    }

    private void Table(string[] headings, IEnumerable<string[]> rows, params int[] numbers)
    {
        text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", headings)} |\n| {string.Join(" | ", headings.Select((_, i) => numbers.Contains(i) ? "--:" : ":--"))} |\n");
        foreach (string[] row in rows)
            text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", row)} |\n");
        text.Append('\n');
    }

    private void List(IEnumerable<string> items)
    {
        var all = items.ToList();
        foreach (string item in all)
            text.Append(CultureInfo.InvariantCulture, $"- {item}\n");
        if (all.Count > 0)
            text.Append('\n');
    }

    private void Folded(string summary, Action content)
    {
        Block($"<details><summary>{summary}</summary>");
        content();
        Block("</details>");
    }

    private void Block(string block) => text.Append(block).Append("\n\n");

    private static string Pair(string? old, string? @new) => old == @new ? Cell(@new) : $"{Cell(old)} → {Cell(@new)}";

    private static string Cap(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];

    private static string Cell(string? content) => MarkdownText.Cell(content);

    private static string Code(string code) => CodeSpan.Of(code);
}
