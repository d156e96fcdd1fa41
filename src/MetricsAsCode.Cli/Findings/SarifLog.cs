using System.Text.Json;
using MetricsAsCode.Cli.Terminal;

namespace MetricsAsCode.Cli.Findings;

// 1. Rules are those that the results use, by id; a result names its rule by id and index.
// 2. Places are relative to the folder the tool ran in, %SRCROOT%; columns are UTF-16 code units from 1, the end just behind the last one.
// 3. A finding about a whole file has no region.

/// <summary>Findings as SARIF 2.1.0.</summary>
internal static class SarifLog
{
    public static string Of(IReadOnlyList<Finding> findings) => JsonText.Write(json =>
    {
        Rule[] rules = [.. findings.Select(f => f.Rule).DistinctBy(r => r.Id).OrderBy(r => r.Id, StringComparer.Ordinal)];
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "metrics");
        json.WriteString("semanticVersion", CommandLine.Version);
        json.WriteStartArray("rules");
        foreach (var rule in rules)
            WriteRule(json, rule);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var (finding, fingerprint) in findings.Zip(Fingerprints.Of(findings)))
            WriteResult(json, finding, Array.FindIndex(rules, r => r.Id == finding.Rule.Id), fingerprint);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }) + "\n";

    private static void WriteRule(Utf8JsonWriter json, Rule rule)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        WriteText(json, "shortDescription", rule.Title);
        json.WriteStartObject("help");
        json.WriteString("text", rule.Wrong.Length == 0 ? $"{rule.Title}." : $"{rule.Title}. Wrong:\n\n{rule.Wrong}\n\nRight:\n\n{rule.Right}");
        json.WriteString("markdown", rule.Wrong.Length == 0 ? $"{rule.Title}." : $"{rule.Title}. Wrong:\n\n{Block(rule.Wrong)}\n\nRight:\n\n{Block(rule.Right)}");
        json.WriteEndObject();
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Level(rule));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Finding finding, int ruleIndex, string fingerprint)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule.Id);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", Level(finding.Rule));
        WriteText(json, "message", finding.Message);
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", UriOf(finding.Path));
        json.WriteString("uriBaseId", "%SRCROOT%");
        json.WriteEndObject();
        if (!finding.IsOfWholeFile)
            WriteRegion(json, finding);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString("metricsFinding/v1", fingerprint);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRegion(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject("region");
        json.WriteNumber("startLine", finding.Start.Line);
        json.WriteNumber("startColumn", finding.Start.Column);
        json.WriteNumber("endLine", finding.End.Line);
        json.WriteNumber("endColumn", finding.End.Column);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Level(Rule rule) => rule.IsError ? "error" : "warning";

    private static string UriOf(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string Block(string code) => $"```text\n{code}\n```";
}
