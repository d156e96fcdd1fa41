using System.Text;
using System.Text.Json;

namespace MetricsAsCode.Data.Reading;

/// <summary>Finds the wanted properties of a line's object.</summary>
internal sealed class JsonLineReader(IReadOnlyList<ColumnSchema> wanted, ErrorLog log)
{
    private readonly JsonPaths _paths = JsonPaths.Of(wanted);
    private readonly bool[] _seen = new bool[wanted.Count];

    /// <summary>Adds a row; a line that is no object is logged and left out.</summary>
    public void Read(ReadOnlySpan<byte> line, int number, JsonBatch batch)
    {
        batch.Begin(number);
        Array.Clear(_seen);
        var json = new Utf8JsonReader(line);
        try
        {
            json.Read();
            if (json.TokenType != JsonTokenType.StartObject)
            {
                log.AddToRow(number, number, LineBreaks.ColumnAfter(line[..(int)json.TokenStartIndex]), null, null, "the line is not a JSON object. Write one object to a line: `{\"id\": 1}`.");
                return;
            }

            if (!ReadObject(ref json, _paths, line, number, batch))
                return;
            // Finds what stands behind the object, which throws.
            json.Read();
            batch.Keep();
        }
        catch (InvalidOperationException) when (json.TokenType == JsonTokenType.String)
        {
            log.AddToRow(number, number, LineBreaks.ColumnAfter(line[..(int)json.TokenStartIndex]), null, null, "an escape in this string stands for no character. Write both halves of a pair like `\\uD83D\\uDE00`.");
        }
        catch (JsonException e)
        {
            int at = (int)Math.Clamp(e.BytePositionInLine ?? 0, 0, line.Length);
            log.AddToRow(number, number, LineBreaks.ColumnAfter(line[..at]), null, null, "this is not JSON from here on. Write one whole object to a line.");
        }
    }

    private bool ReadObject(ref Utf8JsonReader json, JsonPaths paths, ReadOnlySpan<byte> line, int number, JsonBatch batch)
    {
        bool isSound = true;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var property = paths.Find(ref json);
            int nameAt = (int)json.TokenStartIndex;
            json.Read();
            if (property is null)
                json.Skip();
            else if (property.Slot >= 0)
                isSound &= ReadValue(ref json, property.Slot, nameAt, line, number, batch);
            else if (json.TokenType == JsonTokenType.StartObject)
                isSound &= ReadObject(ref json, property.Inner!, line, number, batch);
            else
                json.Skip();
        }

        return isSound;
    }

    private bool ReadValue(ref Utf8JsonReader json, int slot, int nameAt, ReadOnlySpan<byte> line, int number, JsonBatch batch)
    {
        var column = wanted[slot];
        if (_seen[slot])
        {
            json.Skip();
            return Refuse(number, nameAt, line, column, null, "the object has this property twice, so it is not known which is meant.");
        }

        _seen[slot] = true;
        int at = (int)json.TokenStartIndex;
        switch (json.TokenType)
        {
            case JsonTokenType.Null:
                return true;
            case JsonTokenType.String:
                var room = batch.Room(json.ValueSpan.Length);
                batch.Add(slot, json.CopyString(room), LineBreaks.ColumnAfter(line[..at]));
                return true;
            case JsonTokenType.Number when IsNumeric(column) || column.Type.Kind == ColumnKind.Boolean:
            case JsonTokenType.True or JsonTokenType.False when column.Type.Kind == ColumnKind.Boolean:
                json.ValueSpan.CopyTo(batch.Room(json.ValueSpan.Length));
                batch.Add(slot, json.ValueSpan.Length, LineBreaks.ColumnAfter(line[..at]));
                return true;
            default:
                string sort = Sort(json.TokenType);
                string value = json.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject ? "" : Encoding.UTF8.GetString(json.ValueSpan);
                json.Skip();
                return Refuse(number, at, line, column, value, $"this is {sort}; the column holds {Words(column.Type.Kind)}. {Remedy(column.Type.Kind, sort)}");
        }
    }

    private bool Refuse(int number, int at, ReadOnlySpan<byte> line, ColumnSchema column, string? value, string message)
    {
        log.AddToRow(number, number, LineBreaks.ColumnAfter(line[..at]), column.Name, value, message);
        return false;
    }

    private static bool IsNumeric(ColumnSchema column) => column.Type.Kind is ColumnKind.Integer or ColumnKind.Number or ColumnKind.Decimal or ColumnKind.Money;

    private static string Sort(JsonTokenType type) => type switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.Number => "a number",
        _ => "a truth value",
    };

    private static string Words(ColumnKind kind) => kind switch
    {
        ColumnKind.Text => "text",
        ColumnKind.Money => "money",
        ColumnKind.Integer => "an integer",
        _ => $"a {kind.ToString().ToLowerInvariant()}",
    };

    private static string Remedy(ColumnKind kind, string sort) => sort switch
    {
        "an object" or "an array" => "Name a property inside it: `from \"outer.inner\"`.",
        "a number" when kind == ColumnKind.Text => "Write it as a string, or declare the column as `integer` or `number`.",
        _ => "Write it as a string.",
    };
}
