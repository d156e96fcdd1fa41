using MetricsAsCode.Cli.Terminal;
using MetricsAsCode.Compiler.Fingerprints;
using MetricsAsCode.Scorecards.Comparing;

namespace MetricsAsCode.Cli.Diffing;

/// <summary>A change of definitions on the terminal.</summary>
internal sealed class DiffText(ToolConsole console)
{
    private readonly Paint paint = new(console.ColoursOnOut);

    public void Print(DiffReport report)
    {
        Line(paint.Strong($"{Plain(report.Old.Title)} → {Plain(report.New.Title)}"));
        Line(report.Summary);
        KeyResults(report);
        Numbers(report);
        Definitions(report);
        Reaches(report.Impact);
        if (report.Notes.Count > 0)
            console.Out.WriteLine();
        foreach (string note in report.Notes)
            Line(paint.Faint(Plain(note)));
    }

    private void KeyResults(DiffReport report)
    {
        if (report.StatusChanges.Count == 0)
            return;
        Head("Key results with another status");
        TableView.Print(
            console,
            ["KEY RESULT", "PERIOD", "STATUS", "VALUE", "SCORE"],
            report.StatusChanges.Select(k => new[] { $"{k.Module}.{k.Id}", k.Period ?? "", $"{k.Old!.Status.Word} → {k.New!.Status.Word}", Pair(k.Old.Value?.Text, k.New.Value?.Text), Pair(k.Old.Score.Text, k.New.Score.Text) }));
    }

    private void Numbers(DiffReport report)
    {
        var rows = report.Metrics.OrderByDescending(m => m.HasChanged).ToList();
        if (rows.Count == 0)
            return;
        Head("Numbers");
        TableView.Print(
            console,
            ["METRIC", "PERIOD", new("OLD", IsNumber: true), new("NEW", IsNumber: true), "DIFFERENCE", "TREND"],
            rows.Select(m => new[] { $"{m.Module}.{m.Name}", m.Period ?? "", m.Old?.Text ?? "", m.New?.Text ?? "", m.Difference, Trend(m) }));
    }

    private void Definitions(DiffReport report)
    {
        var told = report.Told.ToList();
        if (told.Count == 0)
            return;
        Head("Definitions");
        foreach (var change in told.Where(c => c.Kind is not (ChangeKind.Inherited or ChangeKind.Metadata)))
            Definition(change);
        foreach (var group in told.Where(c => c.Kind == ChangeKind.Inherited).GroupBy(c => string.Join("; ", c.Paths.Select(p => ChangeWords.Way(p, Code)))).OrderBy(g => g.Key, StringComparer.Ordinal))
            Line($"  {paint.Strong("by inheritance")} through {Plain(group.Key)}: {string.Join(", ", group.Select(c => $"{ChangeWords.Noun(c.Form)} {Code(ChangeWords.Name(c.Form))}"))}");
        foreach (var (change, labels) in ChangeWords.Labels(told))
            Line($"  {paint.Faint("labels")} {ChangeWords.Noun(change.Form)} {Code(ChangeWords.Name(change.Form))}: {string.Join(", ", labels.Select(a => a.Name))}");
    }

    private void Definition(DeclarationChange change)
    {
        string kind = change.Kind switch
        {
            ChangeKind.Added => paint.Good("added"),
            ChangeKind.Removed => paint.Error("removed"),
            var other => paint.Warning(ChangeWords.Of(other)),
        };
        string name = change.Kind == ChangeKind.Renamed ? $"{Code(ChangeWords.Name(change.Old!))} → {Code(ChangeWords.Name(change.New!))}" : Code(ChangeWords.Name(change.Form));
        Line($"  {kind} {ChangeWords.Noun(change.Form)} {name} {paint.Faint($"({ChangeWords.Place(change.Form)})")}");
        foreach (var aspect in ChangeWords.Told(change))
            Line($"    {ChangeWords.Of(aspect, Code)}");
        if (!change.Paths.IsEmpty)
            Line($"    and through {string.Join("; ", change.Paths.Select(p => ChangeWords.Way(p, Code)))}");
    }

    private void Reaches(Impact impact)
    {
        if (impact.IsEmpty)
            return;
        Head("Impact");
        foreach (var scorecard in impact.Scorecards)
            Line($"  scorecard {Code($"{scorecard.Module}.{scorecard.Name}")}: {string.Join(", ", scorecard.Metrics)}");
        foreach (var keyResult in impact.KeyResults)
            Line($"  key result {Code($"{keyResult.Module}.{keyResult.Name}")}: {string.Join(", ", keyResult.Metrics)}");
        foreach (var broken in impact.Broken)
            Line($"  {paint.Error("breaking")} C# {Code(broken.Member)} {Words(broken, Code)}");
    }

    public static string Words(BrokenMember broken, Func<string, string> code) =>
        broken.NewType is { } type ? $"gives {code(type)} instead of {code(broken.OldType!)}"
        : broken.NewName is { } name ? $"is {code(name)} now"
        : "is gone";

    private static string Trend(ComparedMetric metric) => metric.Bars.Old == metric.Bars.New || metric.Bars.Old.Length == 0 ? metric.Bars.New : $"{metric.Bars.Old} → {metric.Bars.New}";

    private static string Pair(string? old, string? @new) => old == @new ? @new ?? "" : $"{old} → {@new}";

    private void Head(string title)
    {
        console.Out.WriteLine();
        Line(paint.Strong(title));
    }

    private void Line(string text) => console.Out.WriteLine(text);

    private static string Code(string text) => $"`{Plain(text)}`";

    /// <summary>Nothing that definitions or names hold steers the terminal.</summary>
    private static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
