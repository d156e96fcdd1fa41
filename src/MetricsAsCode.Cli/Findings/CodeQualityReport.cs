using MetricsAsCode.Cli.Terminal;

namespace MetricsAsCode.Cli.Findings;

/// <summary>Findings as GitLab's code quality report: the part of Code Climate's format that it reads.</summary>
internal static class CodeQualityReport
{
    public static string Of(IReadOnlyList<Finding> findings) => JsonText.Write(json =>
    {
        json.WriteStartArray();
        foreach (var (finding, fingerprint) in findings.Zip(Fingerprints.Of(findings)))
        {
            json.WriteStartObject();
            json.WriteString("description", $"{finding.Rule.Id}: {finding.Message}");
            json.WriteString("check_name", finding.Rule.Id);
            json.WriteString("fingerprint", fingerprint);
            json.WriteString("severity", finding.Rule.IsError ? "major" : "minor");
            json.WriteStartObject("location");
            json.WriteString("path", finding.Path);
            json.WriteStartObject("lines");
            // The report knows no finding without a line.
            json.WriteNumber("begin", Math.Max(1, finding.Start.Line));
            json.WriteNumber("end", Math.Max(1, finding.End.Line));
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }) + "\n";
}
