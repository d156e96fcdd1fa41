using System.Globalization;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Engines.Sql;

/// <summary>Which types of a database hold which columns.</summary>
internal static class DuckDbColumnTypes
{
    private static readonly string[] Integers = ["TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER"];

    /// <summary>The type that a source's column has in statements.</summary>
    public static string Of(ColumnSymbol column, string stored) => column.Type.Kind switch
    {
        ScalarKind.Text => "VARCHAR",
        ScalarKind.Integer or ScalarKind.Duration => "BIGINT",
        ScalarKind.Number => "DOUBLE",
        ScalarKind.Decimal or ScalarKind.Money => string.Create(CultureInfo.InvariantCulture, $"DECIMAL(19, {column.Type.Scale})"),
        ScalarKind.Boolean => "BOOLEAN",
        ScalarKind.Date => "DATE",
        ScalarKind.Timestamp => stored,
        _ => throw new InvalidOperationException($"There is no column of kind {column.Type.Kind}."),
    };

    /// <summary>Why a type does not hold the column; null when it does.</summary>
    public static string? Problem(ColumnSymbol column, string type) => column.Type.Kind switch
    {
        ScalarKind.Text => type == "VARCHAR" || type.StartsWith("ENUM", StringComparison.Ordinal) || type == "UUID" ? null : Other(column, type),
        ScalarKind.Integer => Integers.Contains(type) ? null : Other(column, type),
        ScalarKind.Duration => Integers.Contains(type) ? null : Other(column, type) + " Give it in microseconds.",
        ScalarKind.Number => type is "DOUBLE" or "FLOAT" || Integers.Contains(type) ? null : Other(column, type),
        ScalarKind.Decimal or ScalarKind.Money => Integers.Contains(type) || (ScaleOf(type) is { } scale && scale <= column.Type.Scale) ? null : Other(column, type) + " It would lose digits, or has never had exact ones.",
        ScalarKind.Boolean => type == "BOOLEAN" ? null : Other(column, type),
        ScalarKind.Date => type == "DATE" ? null : Other(column, type),
        ScalarKind.Timestamp => Timestamp(column, type),
        _ => throw new InvalidOperationException($"There is no column of kind {column.Type.Kind}."),
    };

    private static string? Timestamp(ColumnSymbol column, string type) => type switch
    {
        "TIMESTAMP WITH TIME ZONE" => null,
        "TIMESTAMP" when column.Zone is null or "UTC" => null,
        "TIMESTAMP" => $"it is a TIMESTAMP without a zone, and the source says \"{column.Zone}\". Store it as TIMESTAMP WITH TIME ZONE.",
        _ => Other(column, type),
    };

    private static int? ScaleOf(string type)
    {
        if (!type.StartsWith("DECIMAL(", StringComparison.Ordinal))
            return null;
        string[] parts = type["DECIMAL(".Length..^1].Split(',');
        return int.Parse(parts[1], CultureInfo.InvariantCulture);
    }

    private static string Other(ColumnSymbol column, string type) => $"the table has {type} where the source declares {column.Type}.";
}
