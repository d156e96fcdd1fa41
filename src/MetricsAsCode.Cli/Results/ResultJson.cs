using System.Text.Json;
using MetricsAsCode.Cli.Terminal;

namespace MetricsAsCode.Cli.Results;

/// <summary>Results as a JSON array; the schema is documented in docs/json.md and only ever grows.</summary>
internal static class ResultJson
{
    public static string Of(IReadOnlyList<ResultRow> rows) => JsonText.Write(json =>
    {
        json.WriteStartArray();
        foreach (var row in rows)
            Write(json, row);
        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, ResultRow row)
    {
        var found = row.Measurement;
        json.WriteStartObject();
        json.WriteString("metric", row.Result.Metric);
        json.WriteString("period", row.Result.Period.ToString());
        json.WriteString("group", row.Result.Group);
        ResultValue.Write(json, "value", found.Value);
        json.WriteString("unit", found.Unit.ToString());
        json.WriteString("reason", found.Reason?.Text);
        ResultValue.Write(json, "numerator", found.Numerator);
        ResultValue.Write(json, "denominator", found.Denominator);
        json.WriteNumber("n", found.N);
        json.WriteStartArray("caveats");
        foreach (string caveat in found.Caveats)
            json.WriteStringValue(caveat);
        json.WriteEndArray();
        json.WriteString("by", row.By);
        ResultValue.Write(json, "responseRate", found.ResponseRate?.Value);
        ResultValue.Write(json, "answered", found.ResponseRate?.Numerator);
        ResultValue.Write(json, "asked", found.ResponseRate?.Denominator);
        json.WriteString("responseReason", found.ResponseRate?.Reason?.Text);
        ResultValue.Write(json, "intervalLow", ResultValue.Of(found.Interval?.Low));
        ResultValue.Write(json, "intervalHigh", ResultValue.Of(found.Interval?.High));
        json.WriteEndObject();
    }
}
