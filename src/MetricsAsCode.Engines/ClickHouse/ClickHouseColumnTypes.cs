using System.Globalization;
using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines.Sql.Contract;

namespace MetricsAsCode.Engines.ClickHouse;

// 1. Dates become days and timestamps microseconds, as statements take them; a timestamp is an instant, whatever zone it is shown in.
// 2. LowCardinality and Enum become text, which merges from all servers and compares with any text, also one that an Enum does not know.

/// <summary>Which types of ClickHouse hold which columns.</summary>
/// <param name="isOld">Whether it is a release without a type for truth values.</param>
internal sealed class ClickHouseColumnTypes(bool isOld) : IColumnTypes
{
    private static readonly string[] Integers = ["Int8", "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32"];

    public bool ChecksKeys => !isOld;

    public string Typed(ColumnSymbol column, string text, string stored) => (column.Type.Kind, Bare(stored)) switch
    {
        (ScalarKind.Text, _) => $"toString({text})",
        (ScalarKind.Integer or ScalarKind.Duration, _) => $"toInt64({text})",
        (ScalarKind.Number, _) => $"toFloat64({text})",
        (ScalarKind.Decimal or ScalarKind.Money, _) => $"toDecimal128({text}, {SqlText.Of(column.Type.Scale)})",
        (ScalarKind.Boolean, "UInt8") when !isOld => $"toBool({text})",
        (ScalarKind.Boolean, _) => text,
        (ScalarKind.Date, _) => $"toInt32({text})",
        (ScalarKind.Timestamp, var type) when type.StartsWith("DateTime64", StringComparison.Ordinal) => $"toUnixTimestamp64Micro(toDateTime64({text}, 6, 'UTC'))",
        (ScalarKind.Timestamp, _) => $"(toInt64(toUnixTimestamp({text})) * 1000000)",
        _ => throw ColumnRules.Unknown(column),
    };

    public string? Problem(ColumnSymbol column, string type)
    {
        string bare = Bare(type);
        return column.Type.Kind switch
        {
            ScalarKind.Text => bare is "String" or "UUID" || bare.StartsWith("Enum", StringComparison.Ordinal) ? null : bare.StartsWith("FixedString", StringComparison.Ordinal) ? " It fills texts up with NUL: give it as String, e.g. by a view." : "",
            ScalarKind.Integer => Integers.Contains(bare) ? null : "",
            ScalarKind.Duration => Integers.Contains(bare) ? null : " Give it in microseconds, e.g. by a view.",
            ScalarKind.Number => bare is "Float64" or "Float32" || Integers.Contains(bare) ? null : bare.StartsWith("Decimal", StringComparison.Ordinal) ? " Declare it `decimal(n)`, which keeps its digits." : "",
            ScalarKind.Decimal or ScalarKind.Money => Integers.Contains(bare) || (ScaleOf(bare) is { } scale && scale <= column.Type.Scale) ? null : " It would lose digits, or has never had exact ones.",
            ScalarKind.Boolean => bare is "Bool" or "UInt8" ? null : "",
            ScalarKind.Date => bare is "Date" or "Date32" ? null : "",
            ScalarKind.Timestamp => bare == "DateTime" || bare.StartsWith("DateTime(", StringComparison.Ordinal) || DigitsOf(bare) is <= 6 ? null : DigitsOf(bare) is not null ? " It has digits behind the microsecond, which would be lost." : "",
            _ => throw ColumnRules.Unknown(column),
        };
    }

    public string? Unfit(ColumnSymbol column, string text, string stored) => column.Type.Kind switch
    {
        ScalarKind.Text => column.IsClosed ? $"(toString({text}) NOT IN ({string.Join(", ", column.Values.Select(ClickHouseDialect.Current.Text))}))" : null,
        ScalarKind.Number => $"(NOT isFinite(toFloat64({text})){ColumnRules.Range(column, text)})",
        ScalarKind.Decimal or ScalarKind.Money => ScaleOf(Bare(stored)) is null ? Bounded(column, text) : $"(abs(toFloat64({text})) >= 1e{SqlText.Of(19 - column.Type.Scale)}{ColumnRules.Range(column, $"toFloat64({text})")})",
        ScalarKind.Boolean => Bare(stored) == "UInt8" ? $"({text} > 1)" : null,
        ScalarKind.Integer => column.Low is null ? null : Bounded(column, text),
        _ => null,
    };

    public string Counted(string condition) => $"countIf(ifNull({condition}, 0))";

    public string Example(string text, string condition) => $"minIf(toString({text}), ifNull({condition}, 0))";

    // Numbers, as the types of statements are.
    public string Begin(string typed) => $"toInt64({typed})";

    public string End(string typed, bool isThrough) => $"coalesce(toInt64({typed}){(isThrough ? " + 1" : "")}, 9000000000000000000)";

    public string IsNowhere(string value, string key, string table) => $"{value} GLOBAL NOT IN (SELECT {key} AS k FROM {table} WHERE k IS NOT NULL)";

    private static string Bounded(ColumnSymbol column, string text) => $"(1 = 0{ColumnRules.Range(column, text)})";

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

    // Decimal(18, 2)
    private static int? ScaleOf(string bare) => bare.StartsWith("Decimal(", StringComparison.Ordinal)
        ? int.Parse(bare.AsSpan(bare.IndexOf(',', StringComparison.Ordinal) + 1)[..^1], NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture)
        : null;

    // DateTime64(6, 'UTC')
    private static int? DigitsOf(string bare) => bare.StartsWith("DateTime64(", StringComparison.Ordinal) ? bare["DateTime64(".Length] - '0' : null;
}
