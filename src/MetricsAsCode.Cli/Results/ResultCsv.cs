using System.Globalization;

namespace MetricsAsCode.Cli.Results;

/// <summary>Results as CSV (RFC 4180) with the columns of the JSON schema; several caveats are joined by <c>; </c>.</summary>
internal static class ResultCsv
{
    private static readonly string[] Header = ["metric", "period", "group", "value", "unit", "reason", "numerator", "denominator", "n", "caveats", "by", "responseRate", "answered", "asked", "responseReason", "intervalLow", "intervalHigh"];

    public static IEnumerable<string> Lines(IReadOnlyList<ResultRow> rows) =>
        rows.Select(Cells).Prepend(Header).Select(CsvText.Line);

    private static string[] Cells(ResultRow row)
    {
        var found = row.Measurement;
        return
        [
            row.Result.Metric,
            row.Result.Period.ToString(),
            row.Result.Group ?? "",
            ResultValue.Text(found.Value),
            found.Unit.ToString(),
            found.Reason?.Text ?? "",
            ResultValue.Text(found.Numerator),
            ResultValue.Text(found.Denominator),
            found.N.ToString(CultureInfo.InvariantCulture),
            string.Join("; ", found.Caveats),
            row.By ?? "",
            ResultValue.Text(found.ResponseRate?.Value),
            ResultValue.Text(found.ResponseRate?.Numerator),
            ResultValue.Text(found.ResponseRate?.Denominator),
            found.ResponseRate?.Reason?.Text ?? "",
            ResultValue.Text(ResultValue.Of(found.Interval?.Low)),
            ResultValue.Text(ResultValue.Of(found.Interval?.High)),
        ];
    }
}
