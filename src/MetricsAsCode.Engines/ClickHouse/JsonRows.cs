using System.Globalization;
using System.Text.Json;
using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.ClickHouse;

/// <summary>Reads a result in the format JSONCompact, which all releases have: the columns with their types, then the rows.</summary>
internal static class JsonRows
{
    /// <summary>The rows, with values as <see cref="Sql.ISqlConnection"/> has them.</summary>
    public static IReadOnlyList<IReadOnlyList<object?>> Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var types = document.RootElement.GetProperty("meta").EnumerateArray().Select(c => Bare(c.GetProperty("type").GetString()!)).ToArray();
        var rows = new List<IReadOnlyList<object?>>();
        foreach (var row in document.RootElement.GetProperty("data").EnumerateArray())
        {
            var values = new object?[types.Length];
            int i = 0;
            foreach (var cell in row.EnumerateArray())
            {
                values[i] = cell.ValueKind == JsonValueKind.Null ? null : Value(cell, types[i]);
                i++;
            }

            rows.Add(values);
        }

        return rows;
    }

    // Without what may stand around a type.
    private static string Bare(string type)
    {
        foreach (string around in (ReadOnlySpan<string>)["Nullable(", "LowCardinality("])
        {
            if (type.StartsWith(around, StringComparison.Ordinal))
                return Bare(type[around.Length..^1]);
        }

        return type;
    }

    private static object Value(JsonElement cell, string type)
    {
        string text = cell.ValueKind == JsonValueKind.String ? cell.GetString()! : cell.GetRawText();
        return type switch
        {
            "String" => text,
            "Bool" => cell.ValueKind == JsonValueKind.True || text is "true" or "1",
            "Float64" or "Float32" => Real(text),
            "Int128" or "UInt128" or "Int256" or "UInt256" or "UInt64" => Whole(text),
            _ when type.StartsWith("Int", StringComparison.Ordinal) || type.StartsWith("UInt", StringComparison.Ordinal) => long.Parse(text, CultureInfo.InvariantCulture),
            _ when type.StartsWith("Decimal(", StringComparison.Ordinal) => Decimal(text, type),
            _ => throw new InvalidOperationException($"A result has the type {type}, which no statement asks for."),
        };
    }

    private static object Whole(string text)
    {
        var wide = Int128.Parse(text, CultureInfo.InvariantCulture);
        return wide >= long.MinValue && wide <= long.MaxValue ? (object)(long)wide : wide;
    }

    private static double Real(string text) => text switch
    {
        "nan" or "-nan" => double.NaN,
        "inf" or "+inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    // Zeros at the end are not written.
    private static Exact Decimal(string text, string type)
    {
        int scale = int.Parse(type.AsSpan(type.IndexOf(',', StringComparison.Ordinal) + 1)[..^1], NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
        int dot = text.IndexOf('.', StringComparison.Ordinal);
        int behind = dot < 0 ? 0 : text.Length - dot - 1;
        var mantissa = Int128.Parse(dot < 0 ? text : text.Remove(dot, 1), CultureInfo.InvariantCulture);
        var exact = new Exact(mantissa, behind);
        return behind < scale && Exact.Add(exact, new Exact(0, scale)) is { } padded ? padded : exact;
    }
}
