using System.Globalization;
using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines.Sql.Contract;

namespace MetricsAsCode.Engines.Sql;

/// <summary>Which types of DuckDB hold which columns.</summary>
internal sealed class DuckDbColumnTypes : IColumnTypes
{
    private const string WithZone = "TIMESTAMP WITH TIME ZONE";
    private static readonly string[] Integers = ["TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER"];

    /// <summary>
    /// A column with the type that it has in statements. Text loses its collation, which would order and compare it otherwise;
    /// a timestamp becomes one in UTC, so that no session's zone is asked.
    /// </summary>
    public string Typed(ColumnSymbol column, string text, string stored) => column.Type.Kind switch
    {
        ScalarKind.Text => $"(CAST({text} AS VARCHAR) COLLATE \"binary\")",
        ScalarKind.Integer or ScalarKind.Duration => $"CAST({text} AS BIGINT)",
        ScalarKind.Number => $"CAST({text} AS DOUBLE)",
        ScalarKind.Decimal or ScalarKind.Money => $"CAST({text} AS {Decimal(column)})",
        ScalarKind.Boolean or ScalarKind.Date => text,
        ScalarKind.Timestamp => stored == WithZone ? $"make_timestamp(epoch_us({text}))" : text,
        _ => throw ColumnRules.Unknown(column),
    };

    public string? Problem(ColumnSymbol column, string type) => column.Type.Kind switch
    {
        ScalarKind.Text => type == "VARCHAR" || type.StartsWith("ENUM", StringComparison.Ordinal) || type == "UUID" ? null : "",
        ScalarKind.Integer => Integers.Contains(type) ? null : "",
        ScalarKind.Duration => Integers.Contains(type) ? null : " Give it in microseconds.",
        ScalarKind.Number => type is "DOUBLE" or "FLOAT" || Integers.Contains(type) ? null : "",
        ScalarKind.Decimal or ScalarKind.Money => Integers.Contains(type) || (ScaleOf(type) is { } scale && scale <= column.Type.Scale) ? null : " It would lose digits, or has never had exact ones.",
        ScalarKind.Boolean => type == "BOOLEAN" ? null : "",
        ScalarKind.Date => type == "DATE" ? null : "",
        ScalarKind.Timestamp => Timestamp(column, type),
        _ => throw ColumnRules.Unknown(column),
    };

    public string? Unfit(ColumnSymbol column, string text, string stored) => column.Type.Kind switch
    {
        ScalarKind.Text => column.IsClosed ? $"{Typed(column, text, stored)} NOT IN ({string.Join(", ", column.Values.Select(SqlText.Quote))})" : null,
        ScalarKind.Number => $"NOT isfinite(CAST({text} AS DOUBLE)){ColumnRules.Range(column, text)}",
        ScalarKind.Decimal or ScalarKind.Money => $"({text} IS NOT NULL AND TRY_CAST({text} AS {Decimal(column)}) IS NULL){ColumnRules.Range(column, text)}",
        ScalarKind.Date => $"(NOT isfinite({text}) OR {text} NOT BETWEEN DATE '0001-01-01' AND DATE '9999-12-31')",
        ScalarKind.Timestamp => $"(CASE WHEN isfinite({text}) THEN epoch_us({text}) NOT BETWEEN -62135596800000000 AND 253402300799999999 ELSE {text} IS NOT NULL END)",
        ScalarKind.Integer => column.Low is null ? null : $"(FALSE{ColumnRules.Range(column, text)})",
        _ => null,
    };

    private static string Decimal(ColumnSymbol column) => string.Create(CultureInfo.InvariantCulture, $"DECIMAL(19, {column.Type.Scale})");

    private static string? Timestamp(ColumnSymbol column, string type) => type switch
    {
        WithZone => null,
        "TIMESTAMP" when column.Zone is null or "UTC" => null,
        "TIMESTAMP" => $" It has no zone, and the source says \"{column.Zone}\": store it as {WithZone}.",
        _ => "",
    };

    private static int? ScaleOf(string type)
    {
        if (!type.StartsWith("DECIMAL(", StringComparison.Ordinal))
            return null;
        string[] parts = type["DECIMAL(".Length..^1].Split(',');
        return int.Parse(parts[1], CultureInfo.InvariantCulture);
    }
}
