using System.Globalization;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Tests.Reference;

/// <summary>Reads <c>customer_id text? -> customers</c>.</summary>
internal static class ColumnText
{
    public static ColumnSymbol Parse(string text, SourceSymbol source, ModelBuilder model)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var location = new Location(new SourceText("hand.metrics", text), default);
        int arrow = Array.IndexOf(words, "->");
        return new ColumnSymbol(source, words[0], TypeOf(words[1]), location)
        {
            IsKey = words.Contains("key"),
            IsTime = words.Contains("time"),
            References = arrow < 0 ? null : model[words[arrow + 1]],
        };
    }

    private static ScalarType TypeOf(string text)
    {
        bool isOptional = text.EndsWith('?');
        string[] parts = text.TrimEnd('?').Split('(', ')');
        int scale = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 2;
        var type = parts[0] switch
        {
            "text" => ScalarType.Text,
            "integer" => ScalarType.Integer,
            "number" => ScalarType.Number,
            "decimal" => ScalarType.Decimal(scale),
            "boolean" => ScalarType.Boolean,
            "date" => ScalarType.Date,
            "timestamp" => ScalarType.Timestamp,
            "duration" => ScalarType.Duration,
            "money" => ScalarType.Money("USD", scale),
            _ => throw new FormatException($"`{text}` is no type."),
        };
        return type.Optional(isOptional);
    }
}
