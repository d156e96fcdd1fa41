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
}
