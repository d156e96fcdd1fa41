using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;

namespace MetricsAsCode.Engines.Loading;

/// <summary>Reads rows that are written in definitions, of tests and of sources <c>from table</c>.</summary>
internal static class LiteralTables
{
    /// <exception cref="DataException">Cells break the contract of their source.</exception>
    public static DataFrame Read(GivenSymbol table, SourceSchema schema)
    {
        var text = table.Tree.Text;
        var lines = table.Rows.Select(r => text.PositionOf(r.Span.Start).Line).ToList();
        int headerLine = lines.Count > 0 ? lines[0] - 1 : table.Source.Location.Start.Line;
        return RowTable.Read(
            schema,
            text.Path,
            headerLine,
            [.. table.Header.Select(c => c.Name)],
            [.. table.Rows.Select(r => r.Cells.Select(c => c.Text).ToArray())],
            lines);
    }
}
