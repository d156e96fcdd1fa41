using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;

namespace MetricsAsCode.Tests.Reference;

/// <summary>Reads rows written as <c>1 | ann | 2026-05-03</c>, one a line, all columns in the order declared; an empty cell is missing.</summary>
internal static class TableText
{
    public static DataFrame Read(SourceSymbol source, string table)
    {
        var lines = table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var cells = lines.Select(line => (IReadOnlyList<string?>)[.. line.Split('|', StringSplitOptions.TrimEntries).Select(c => c.Length == 0 ? null : c)]);
        return RowTable.Read(SchemaOf(source), $"{source.Name}.csv", 1, [.. source.Columns.Select(c => c.Name)], [.. cells]);
    }

    public static SourceSchema SchemaOf(SourceSymbol source) => new(source.Name, [.. source.Columns.Select(SchemaOf)]);

    private static ColumnSchema SchemaOf(ColumnSymbol column) =>
        new(column.Name, new ColumnType(Enum.Parse<ColumnKind>(column.Type.Kind.ToString()), column.Type.Scale, column.Type.Currency))
        {
            IsKey = column.IsKey,
            IsOptional = column.Type.IsOptional,
            IsTime = column.IsTime,
            References = column.References?.Name,
        };
}
