using MetricsAsCode.Cli.Terminal;

namespace MetricsAsCode.Cli.Mutating;

/// <summary>Every mutant as JSON; the schema is documented in docs/json.md.</summary>
internal static class MutationJson
{
    public static string Of(MutationReport report) => JsonText.Write(json =>
    {
        json.WriteStartArray();
        foreach (var outcome in report.Outcomes)
        {
            var mutation = outcome.Mutation;
            var start = mutation.Location.Start;
            json.WriteStartObject();
            json.WriteString("file", mutation.Location.Text.Path);
            json.WriteNumber("line", start.Line);
            json.WriteNumber("column", start.Column);
            json.WriteString("module", mutation.Module);
            json.WriteString("declaration", mutation.Declaration);
            json.WriteString("operator", mutation.Operator.ToString());
            json.WriteString("change", mutation.Change);
            json.WriteString("fate", outcome.Fate.ToString());
            json.WriteString("by", outcome.By);
            json.WriteString("explanation", outcome.Explanation);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
