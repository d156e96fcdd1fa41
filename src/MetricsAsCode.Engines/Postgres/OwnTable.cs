using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.Sql.Contract;

namespace MetricsAsCode.Engines.Postgres;

/// <summary>A table that is copied into the connection.</summary>
/// <param name="Source">Its source.</param>
/// <param name="Name">The name that statements call it by, not yet quoted.</param>
/// <param name="Frame">Its rows.</param>
internal sealed record OwnTable(SourceSymbol Source, string Name, DataFrame Frame)
{
    /// <summary>The same as a table to refer to, whose columns have the types that statements take them for.</summary>
    public LiveTable Live => LiveTable.Own(
        Source,
        SqlText.Name(Name),
        Frame.Columns.Select(c => Source.Column(c.Name)).OfType<ColumnSymbol>().Select(c => (c, "")),
        AsTheyAre.Instance,
        static column => SqlText.Name(SqlNames.Of(column)));

    private sealed class AsTheyAre : IColumnTypes
    {
        public static readonly AsTheyAre Instance = new();

        public string Typed(ColumnSymbol column, string text, string stored) => text;

        public string? Problem(ColumnSymbol column, string type) => null;

        public string? Unfit(ColumnSymbol column, string text, string stored) => null;
    }
}
