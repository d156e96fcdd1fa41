using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines.Sql.Contract;

namespace MetricsAsCode.Engines.ClickHouse;

/// <summary>Tables of our own: their columns have the types that statements take them for, and have been checked as they were read.</summary>
internal sealed class AsTheyAre : IColumnTypes
{
    public static readonly IColumnTypes Instance = new AsTheyAre();
    private static readonly IColumnTypes Types = new ClickHouseColumnTypes(isOld: false);

    public string Typed(ColumnSymbol column, string text, string stored) => text;

    public string? Problem(ColumnSymbol column, string type) => null;

    public string? Unfit(ColumnSymbol column, string text, string stored) => null;

    public string Begin(string typed) => Types.Begin(typed);

    public string End(string typed, bool isThrough) => Types.End(typed, isThrough);

    public string IsNowhere(string value, string key, string table) => Types.IsNowhere(value, key, table);
}
