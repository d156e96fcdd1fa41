using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Engines.Sql.Contract;

/// <summary>Which types of a database hold which columns, and which of their values.</summary>
internal interface IColumnTypes
{
    /// <summary>A column with the type that it has in statements.</summary>
    /// <param name="column">The column.</param>
    /// <param name="text">The expression that reads it.</param>
    /// <param name="stored">The type that it has in the table.</param>
    string Typed(ColumnSymbol column, string text, string stored);

    /// <summary>Why a type does not hold the column: the remedy, which may be empty; null when it does.</summary>
    string? Problem(ColumnSymbol column, string type);

    /// <summary>The condition under which a value is none that the declaration allows; null when every one is.</summary>
    string? Unfit(ColumnSymbol column, string text, string stored);

    /// <summary>How many rows a condition holds of.</summary>
    string Counted(string condition) => $"count(*) FILTER (WHERE {condition})";

    /// <summary>The first value, in the order of texts, of which a condition holds.</summary>
    string Example(string text, string condition) => $"min(CAST({text} AS VARCHAR)) FILTER (WHERE {condition})";

    /// <summary>When a life begins and ends, of columns with the types that they have in statements: comparable, and later than all where there is no end.</summary>
    string Begin(string typed) => $"CAST({typed} AS TIMESTAMP)";

    string End(string typed, bool isThrough) => $"coalesce(CAST({typed} AS TIMESTAMP){(isThrough ? " + INTERVAL '1 day'" : "")}, TIMESTAMP 'infinity')";

    /// <summary>Whether no row of a table has a value as its key.</summary>
    string IsNowhere(string value, string key, string table) => $"NOT EXISTS (SELECT 1 FROM (SELECT {key} AS k FROM {table}) AS t WHERE t.k = {value})";

    /// <summary>Whether keys and references can be checked.</summary>
    bool ChecksKeys => true;
}
