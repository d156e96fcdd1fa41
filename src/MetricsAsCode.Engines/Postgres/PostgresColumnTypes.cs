using System.Globalization;
using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines.Sql.Contract;

namespace MetricsAsCode.Engines.Postgres;

// Types are named as format_type names them; an enum is `enum`, a domain the type that it is made of.

/// <summary>Which types of PostgreSQL hold which columns.</summary>
internal sealed class PostgresColumnTypes : IColumnTypes
{
    public const string Enum = "enum";
    private const string Padded = "character(", Varying = "character varying", WithZone = " with time zone", WithoutZone = " without time zone";
    private static readonly string[] Integers = ["smallint", "integer", "bigint"];

    /// <summary>
    /// Text is in the order of its bytes, whatever the collation of the column; a timestamp becomes one in UTC, so that no session's zone is asked.
    /// </summary>
    public string Typed(ColumnSymbol column, string text, string stored) => column.Type.Kind switch
    {
        ScalarKind.Text => $"(CAST({text} AS pg_catalog.text) COLLATE \"C\")",
        ScalarKind.Integer or ScalarKind.Duration => $"CAST({text} AS BIGINT)",
        ScalarKind.Number => $"CAST({text} AS DOUBLE PRECISION)",
        ScalarKind.Decimal or ScalarKind.Money => string.Create(CultureInfo.InvariantCulture, $"CAST({text} AS NUMERIC(19, {column.Type.Scale}))"),
        ScalarKind.Boolean or ScalarKind.Date => text,
        ScalarKind.Timestamp => HasZone(stored) ? $"({text} AT TIME ZONE 'UTC')" : text,
        _ => throw ColumnRules.Unknown(column),
    };

    public string? Problem(ColumnSymbol column, string type) => column.Type.Kind switch
    {
        ScalarKind.Text => type is "text" or "uuid" or "name" or Enum || type.StartsWith(Varying, StringComparison.Ordinal) || type.StartsWith(Padded, StringComparison.Ordinal) ? null : "",
        ScalarKind.Integer => Integers.Contains(type) ? null : "",
        ScalarKind.Duration => Integers.Contains(type) ? null : " Give it in microseconds, e.g. by a view.",
        ScalarKind.Number => type is "double precision" or "real" || Integers.Contains(type) ? null : type.StartsWith("numeric", StringComparison.Ordinal) ? " Declare it `decimal(n)`, which keeps its digits." : "",
        ScalarKind.Decimal or ScalarKind.Money => Integers.Contains(type) || type == "numeric" || (ScaleOf(type) is { } scale && scale <= column.Type.Scale) ? null : " It would lose digits, or has never had exact ones.",
        ScalarKind.Boolean => type == "boolean" ? null : "",
        ScalarKind.Date => type == "date" ? null : "",
        ScalarKind.Timestamp => Timestamp(column, type),
        _ => throw ColumnRules.Unknown(column),
    };

    // A comparison with NaN, which is more than any number, finds it.
    public string? Unfit(ColumnSymbol column, string text, string stored) => column.Type.Kind switch
    {
        ScalarKind.Text => column.IsClosed ? $"{Typed(column, text, stored)} NOT IN ({string.Join(", ", column.Values.Where(static v => !v.Contains('\0', StringComparison.Ordinal)).Select(SqlDialect.Postgres.Text))})" : null,
        ScalarKind.Number => $"(abs(CAST({text} AS DOUBLE PRECISION)) > DOUBLE PRECISION '1.7976931348623157e308'{ColumnRules.Range(column, text)})",
        ScalarKind.Decimal or ScalarKind.Money => Digits(column, $"CAST({text} AS NUMERIC)"),
        ScalarKind.Date => $"(NOT isfinite({text}) OR {text} NOT BETWEEN pg_catalog.date '0001-01-01' AND pg_catalog.date '9999-12-31')",
        ScalarKind.Timestamp => $"(NOT isfinite({text}) OR {Typed(column, text, stored)} NOT BETWEEN TIMESTAMP '0001-01-01' AND TIMESTAMP '9999-12-31 23:59:59.999999')",
        ScalarKind.Integer => column.Low is null ? null : $"(FALSE{ColumnRules.Range(column, text)})",
        _ => null,
    };

    private static string Digits(ColumnSymbol column, string number)
    {
        string scale = SqlText.Of(column.Type.Scale);
        return $"(abs({number}) >= 1e{SqlText.Of(19 - column.Type.Scale)} OR {number} <> round({number}, {scale}){ColumnRules.Range(column, number)})";
    }

    private static string? Timestamp(ColumnSymbol column, string type) => type switch
    {
        _ when HasZone(type) => null,
        _ when !type.StartsWith("timestamp", StringComparison.Ordinal) || !type.EndsWith(WithoutZone, StringComparison.Ordinal) => "",
        _ when column.Zone is null or "UTC" => null,
        _ => $" It has no zone, and the source says \"{column.Zone}\": store it as timestamp with time zone, or give it so by a view.",
    };

    private static bool HasZone(string type) => type.StartsWith("timestamp", StringComparison.Ordinal) && type.EndsWith(WithZone, StringComparison.Ordinal);

    // numeric(10,2)
    private static int? ScaleOf(string type)
    {
        if (!type.StartsWith("numeric(", StringComparison.Ordinal))
            return null;
        string[] parts = type["numeric(".Length..^1].Split(',');
        return parts.Length < 2 ? 0 : int.Parse(parts[1], CultureInfo.InvariantCulture);
    }
}
