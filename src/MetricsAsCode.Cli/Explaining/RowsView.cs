using System.Globalization;
using MetricsAsCode.Cli.Terminal;
using MetricsAsCode.Engines.Explaining;

namespace MetricsAsCode.Cli.Explaining;

/// <summary>The rows behind one aggregate for people: how they are narrowed down, then some of them.</summary>
internal sealed class RowsView(ToolConsole console)
{
    public void Print(ExplainedRows rows)
    {
        string name = rows.Name is { } let ? $"{let} = " : "";
        string time = rows.Time is { } column ? $", {rows.Days} by {column}" : ", of any period";
        string entity = rows.Entity is { } of ? $", of every {of}" : "";
        Line("");
        Line($"[{rows.Number}] {name}{rows.Text}{time}{entity}");
        TableView.Print(
            console,
            [new("ROWS", Wraps: true), new("LEFT", IsNumber: true), new("REMOVED", IsNumber: true), new("FALSE", IsNumber: true), new("UNKNOWN", IsNumber: true)],
            rows.Funnel.Where(IsTelling).Select((stage, i) => i == 0 ? [stage.Text, Count(stage.Left), "", "", ""] : Cells(stage)));
        if (rows.Values is { } values)
            Line($"  `{values.Text}`: {Count(values.Known)} known, {Count(values.Missing)} missing");
        foreach (var sample in rows.Samples)
            Print(rows, sample);
    }

    private void Print(ExplainedRows rows, RowSample sample)
    {
        if (sample.Lines.Count == 0)
            return;
        bool hasLines = sample.Lines.Any(l => l.Line > 0);
        Line($"  {sample.Title}: {Count(sample.Lines.Count)} of {Count(sample.Count)}");
        TableView.Print(
            console,
            [.. hasLines ? [new("LINE", IsNumber: true)] : Array.Empty<TableHeading>(), .. rows.Columns.Select(c => new TableHeading(c, Wraps: true))],
            sample.Lines.Select(l => (string[])[.. hasLines ? [l.Line.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(), .. l.Cells.Select(c => c ?? "(missing)")]));
    }

    /// <summary>That every row has a time and none is later than the as-of is what one expects.</summary>
    private static bool IsTelling(FunnelStage stage) => stage.Kind is not ("time" or "as_of") || stage.Removed > 0;

    private static string[] Cells(FunnelStage stage) => [stage.Text, Count(stage.Left), Count(stage.Removed), Count(stage.False), Count(stage.Unknown)];

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private void Line(string text) => console.Out.WriteLine(text);
}
