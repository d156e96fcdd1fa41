using System.Globalization;
using MetricsAsCode.Cli.Terminal;

namespace MetricsAsCode.Cli.Results;

/// <summary>Results for people.</summary>
internal static class ResultTable
{
    public static void Print(ToolConsole console, IReadOnlyList<ResultRow> rows)
    {
        bool hasGroups = rows.Any(r => r.Result.IsGroup);
        bool hasNotes = rows.Any(r => r.Notes.Any());
        TableHeading[] headings =
        [
            "METRIC",
            "PERIOD",
            .. hasGroups ? [new("GROUP", Wraps: true)] : Array.Empty<TableHeading>(),
            new("VALUE", IsNumber: true),
            new("N", IsNumber: true),
            .. hasNotes ? [new("NOTES", Wraps: true)] : Array.Empty<TableHeading>(),
        ];
        TableView.Print(console, headings, rows.Select(r => Cells(r, hasGroups, hasNotes)));
    }

    private static string[] Cells(ResultRow row, bool hasGroups, bool hasNotes) =>
    [
        row.Result.Metric,
        row.Result.Period.ToString(),
        .. hasGroups ? [row.Group] : Array.Empty<string>(),
        row.Shown,
        row.Measurement.N.ToString("N0", CultureInfo.InvariantCulture),
        .. hasNotes ? [string.Join("; ", row.Notes)] : Array.Empty<string>(),
    ];
}
