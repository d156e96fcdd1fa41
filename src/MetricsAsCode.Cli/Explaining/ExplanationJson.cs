using System.Text.Json;
using MetricsAsCode.Cli.Results;
using MetricsAsCode.Cli.Terminal;
using MetricsAsCode.Engines.Explaining;
using MetricsAsCode.Results;

namespace MetricsAsCode.Cli.Explaining;

/// <summary>An explanation as a JSON object; the schema is documented in docs/json.md and only ever grows.</summary>
internal static class ExplanationJson
{
    public static string Of(Explanation explained) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("metric", explained.Metric.QualifiedName);
        json.WriteString("period", explained.Period.ToString());
        json.WriteString("days", explained.Days);
        json.WriteString("by", explained.Group?.By.ToString());
        json.WriteString("group", explained.Group?.Name);
        json.WriteString("asOf", explained.AsOf is { } day ? $"{day:yyyy-MM-dd}" : null);
        json.WritePropertyName("formula");
        Step(json, explained.Formula);
        List(json, "rows", explained.Rows, Rows);
        List(json, "leftOut", explained.LeftOut, LeftOut);
        ResultValue.Write(json, "intervalLow", ResultValue.Of(explained.Formula.Found?.Interval?.Low));
        ResultValue.Write(json, "intervalHigh", ResultValue.Of(explained.Formula.Found?.Interval?.High));
        json.WritePropertyName("responseRate");
        if (explained.ResponseRate is { } rate)
            Step(json, rate);
        else
            json.WriteNullValue();
        json.WriteEndObject();
    });

    private static void Step(Utf8JsonWriter json, ExplainedStep step)
    {
        json.WriteStartObject();
        json.WriteString("kind", step.Kind);
        json.WriteString("text", step.Text);
        json.WriteString("name", step.Name);
        json.WriteString("written", step.Written);
        json.WriteString("file", step.Place?.Text.Path);
        Number(json, "line", step.Place?.Start.Line);
        json.WriteString("days", step.Days);
        Found(json, step.Found);
        json.WriteString("why", step.Why);
        List(json, "notes", step.Notes, (j, note) => j.WriteStringValue(note));
        Number(json, "rows", step.Rows);
        json.WritePropertyName("entities");
        Entities(json, step.Entities);
        json.WritePropertyName("members");
        Members(json, step.Members);
        List(json, "units", step.Units, Unit);
        List(json, "parts", step.Parts, Step);
        json.WriteEndObject();
    }

    private static void Found(Utf8JsonWriter json, Measurement? found)
    {
        ResultValue.Write(json, "value", found?.Value);
        json.WriteString("unit", found?.Unit.ToString());
        json.WriteString("reason", found?.Reason?.Text);
        ResultValue.Write(json, "numerator", found?.Numerator);
        ResultValue.Write(json, "denominator", found?.Denominator);
        Number(json, "n", found?.N);
        List(json, "caveats", found?.Caveats, (j, caveat) => j.WriteStringValue(caveat));
    }

    private static void Entities(Utf8JsonWriter json, ExplainedEntities? entities)
    {
        if (entities is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("key", entities.Key);
        json.WriteNumber("count", entities.Count);
        json.WriteNumber("known", entities.Known);
        Number(json, "true", entities.True);
        ResultValue.Write(json, "median", entities.Median?.Value);
        List(json, "largest", entities.Largest, Entity);
        List(json, "smallest", entities.Smallest, Entity);
        List(json, "missing", entities.Missing, Entity);
        json.WriteEndObject();
    }

    private static void Members(Utf8JsonWriter json, ExplainedMembers? members)
    {
        if (members is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("key", members.Key);
        json.WriteNumber("count", members.Count);
        List(json, "names", members.Names, (j, name) => j.WriteStringValue(name));
        json.WriteEndObject();
    }

    private static void Entity(Utf8JsonWriter json, ExplainedEntity entity)
    {
        json.WriteStartObject();
        json.WriteString("name", entity.Name);
        ResultValue.Write(json, "value", entity.Found.Value);
        json.WriteString("reason", entity.Found.Reason?.Text);
        json.WriteEndObject();
    }

    private static void Unit(Utf8JsonWriter json, ExplainedUnit unit)
    {
        json.WriteStartObject();
        json.WriteString("days", unit.Days);
        Found(json, unit.Found);
        json.WriteEndObject();
    }

    private static void Rows(Utf8JsonWriter json, ExplainedRows rows)
    {
        json.WriteStartObject();
        json.WriteNumber("number", rows.Number);
        json.WriteString("source", rows.Source);
        json.WriteString("text", rows.Text);
        json.WriteString("name", rows.Name);
        json.WriteString("time", rows.Time);
        json.WriteString("entity", rows.Entity);
        json.WriteString("days", rows.Days);
        List(json, "funnel", rows.Funnel, Stage);
        json.WriteString("aggregated", rows.Values?.Text);
        Number(json, "known", rows.Values?.Known);
        Number(json, "missing", rows.Values?.Missing);
        List(json, "columns", rows.Columns, (j, column) => j.WriteStringValue(column));
        List(json, "samples", rows.Samples, Sample);
        json.WriteEndObject();
    }

    private static void Stage(Utf8JsonWriter json, FunnelStage stage)
    {
        json.WriteStartObject();
        json.WriteString("text", stage.Text);
        json.WriteString("kind", stage.Kind);
        json.WriteNumber("left", stage.Left);
        json.WriteNumber("removed", stage.Removed);
        json.WriteNumber("false", stage.False);
        json.WriteNumber("unknown", stage.Unknown);
        json.WriteEndObject();
    }

    private static void Sample(Utf8JsonWriter json, RowSample sample)
    {
        json.WriteStartObject();
        json.WriteString("title", sample.Title);
        json.WriteNumber("count", sample.Count);
        List(json, "lines", sample.Lines, Line);
        json.WriteEndObject();
    }

    private static void Line(Utf8JsonWriter json, SampledRow row)
    {
        json.WriteStartObject();
        Number(json, "line", row.Line > 0 ? row.Line : null);
        List(json, "cells", row.Cells, (j, cell) => j.WriteStringValue(cell));
        json.WriteEndObject();
    }

    private static void LeftOut(Utf8JsonWriter json, LeftOut left)
    {
        json.WriteStartObject();
        json.WriteString("what", left.What);
        json.WriteNumber("count", left.Count);
        Number(json, "rows", left.Rows);
        json.WriteEndObject();
    }

    private static void List<T>(Utf8JsonWriter json, string name, IReadOnlyList<T>? items, Action<Utf8JsonWriter, T> write)
    {
        if (items is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
            write(json, item);
        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } known)
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }
}
