using System.Text.Json;
using MetricsAsCode.Cli.Terminal;
using MetricsAsCode.Compiler.Fingerprints;
using MetricsAsCode.Scorecards.Comparing;
using MetricsAsCode.Scorecards.Model;

namespace MetricsAsCode.Cli.Diffing;

/// <summary>A change of definitions as JSON; the schema is documented in docs/json.md.</summary>
internal static class DiffJson
{
    public static string Of(DiffReport report) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        Side(json, "old", report.Old);
        Side(json, "new", report.New);
        json.WriteString("summary", report.Summary);
        List(json, "changes", report.Changes, Change);
        json.WriteNumber("rewritten", report.Definitions.Rewritten);
        List(json, "keyResults", report.Numbers.SelectMany(n => n.KeyResults), KeyResult);
        List(json, "metrics", report.Metrics, Metric);
        json.WriteStartObject("impact");
        List(json, "scorecards", report.Impact.Scorecards, Reached);
        List(json, "keyResults", report.Impact.KeyResults, Reached);
        List(json, "csharp", report.Impact.Broken, Broken);
        json.WriteEndObject();
        Texts(json, "notes", report.Notes);
        List(json, "failed", report.Verdict, Failed);
        json.WriteEndObject();
    });

    private static void Side(Utf8JsonWriter json, string name, DiffSide side)
    {
        json.WriteStartObject(name);
        json.WriteString("name", side.Name);
        json.WriteString("commit", side.Commit);
        json.WriteEndObject();
    }

    private static void Change(Utf8JsonWriter json, DeclarationChange change)
    {
        json.WriteString("change", change.Kind.ToString().ToLowerInvariant());
        json.WriteString("kind", change.Form.Kind == DeclarationKind.KeyResult ? "key_result" : change.Form.Kind.ToString().ToLowerInvariant());
        json.WriteString("module", change.Form.Module);
        json.WriteString("id", change.New?.Name);
        json.WriteString("oldId", change.Old?.Name);
        json.WriteString("within", change.Form.Within);
        json.WriteString("label", change.Form.Label);
        json.WriteString("file", change.Form.Location.Text.Path);
        json.WriteNumber("line", change.Form.Location.Start.Line);
        json.WriteString("fingerprint", change.New?.Fingerprint);
        json.WriteString("oldFingerprint", change.Old?.Fingerprint);
        json.WriteBoolean("decidesOtherNumbers", change.DecidesOtherNumbers);
        List(json, "aspects", change.Aspects, Aspect);
        json.WriteStartArray("through");
        foreach (var path in change.Paths)
        {
            json.WriteStartArray();
            foreach (var form in path)
                json.WriteStringValue(ChangeWords.Name(form));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Aspect(Utf8JsonWriter json, AspectChange aspect)
    {
        json.WriteString("name", aspect.Name);
        json.WriteString("decides", aspect.Kind.ToString().ToLowerInvariant());
        json.WriteBoolean("direct", aspect.IsDirect);
        json.WriteString("old", aspect.Old);
        json.WriteString("new", aspect.New);
        json.WriteString("oldPart", aspect.OldPart);
        json.WriteString("newPart", aspect.NewPart);
    }

    private static void KeyResult(Utf8JsonWriter json, ComparedKeyResult keyResult)
    {
        json.WriteString("module", keyResult.Module);
        json.WriteString("id", keyResult.Id);
        json.WriteString("label", keyResult.Label);
        json.WriteString("period", keyResult.Period);
        Standing(json, "old", keyResult.Old);
        Standing(json, "new", keyResult.New);
        json.WriteBoolean("hasChanged", keyResult.HasChanged);
        json.WriteBoolean("isWorse", keyResult.IsWorse);
    }

    private static void Standing(Utf8JsonWriter json, string name, KeyResultStanding? standing)
    {
        if (standing is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("status", standing.Status.Word);
        Figure(json, "value", standing.Value);
        Figure(json, "score", standing.Score);
        json.WriteString("target", standing.Target);
        json.WriteEndObject();
    }

    private static void Metric(Utf8JsonWriter json, ComparedMetric metric)
    {
        json.WriteString("module", metric.Module);
        json.WriteString("id", metric.Name);
        json.WriteString("label", metric.Label);
        json.WriteString("period", metric.Period);
        Figure(json, "old", metric.Old);
        Figure(json, "new", metric.New);
        json.WriteString("difference", metric.Difference);
        json.WriteBoolean("hasChanged", metric.HasChanged);
        Trend(json, "oldTrend", metric.OldTrend);
        Trend(json, "newTrend", metric.NewTrend);
    }

    private static void Trend(Utf8JsonWriter json, string name, TrendModel? trend) => List(json, name, trend?.Points ?? [], (writer, point) =>
    {
        writer.WriteString("period", point.Period);
        Figure(writer, "value", point.Value);
    });

    private static void Figure(Utf8JsonWriter json, string name, Figure? figure)
    {
        if (figure is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        if (figure.Number is { } number)
            json.WriteNumber("number", number);
        else
            json.WriteNull("number");
        json.WriteString("text", figure.Text);
        json.WriteString("reason", figure.Reason);
        json.WriteEndObject();
    }

    private static void Reached(Utf8JsonWriter json, Reached reached)
    {
        json.WriteString("module", reached.Module);
        json.WriteString("id", reached.Name);
        Texts(json, "metrics", reached.Metrics);
    }

    private static void Broken(Utf8JsonWriter json, BrokenMember broken)
    {
        json.WriteString("module", broken.Module);
        json.WriteString("member", broken.Member);
        json.WriteString("newName", broken.NewName);
        json.WriteString("oldType", broken.OldType);
        json.WriteString("newType", broken.NewType);
    }

    private static void Failed(Utf8JsonWriter json, Fired fired)
    {
        json.WriteString("gate", fired.Gate);
        Texts(json, "findings", fired.Findings);
    }

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string one in texts)
            json.WriteStringValue(one);
        json.WriteEndArray();
    }
}
