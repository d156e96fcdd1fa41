using System.Text.Json;
using MetricsAsCode.Cli.Terminal;
using MetricsAsCode.Engines.Loading;

namespace MetricsAsCode.Cli.Definitions;

/// <summary>The findings as a JSON array; the schema is documented in docs/json.md.</summary>
internal static class DefinitionsJson
{
    public static string Of(Workspace workspace) => JsonText.Write(json =>
    {
        json.WriteStartArray();
        foreach (var problem in workspace.Unreadable)
            Write(json, problem.Path, (problem.Line, problem.Column), (problem.Line, problem.Column), "error", null, problem.Message);
        foreach (var d in workspace.Diagnostics)
        {
            var (start, end) = (d.Location.Start, d.Location.End);
            Write(json, d.Location.Text.Path, (start.Line, start.Column), (end.Line, end.Column), d.IsError ? "error" : "warning", d.Id, d.Message);
        }

        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, string file, (int Line, int Column) start, (int Line, int Column) end, string severity, string? id, string message)
    {
        json.WriteStartObject();
        json.WriteString("file", file);
        json.WriteNumber("line", start.Line);
        json.WriteNumber("column", start.Column);
        json.WriteNumber("endLine", end.Line);
        json.WriteNumber("endColumn", end.Column);
        json.WriteString("severity", severity);
        json.WriteString("id", id);
        json.WriteString("message", message);
        json.WriteEndObject();
    }
}
