using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.Loading;

namespace MetricsAsCode.Engines.Testing;

/// <summary>The tables that a test gives; the other sources of its plan are empty.</summary>
internal static class TestTables
{
    /// <exception cref="DataException">Cells break the contract of their source: all errors of all tables.</exception>
    public static IReadOnlyDictionary<string, DataFrame> Of(TestSymbol test, Plan plan)
    {
        var errors = new List<DataError>();
        var given = new Dictionary<string, DataFrame>(StringComparer.Ordinal);
        foreach (var table in test.Given)
        {
            try
            {
                given[plan.NameOf(table.Source)] = Read(table, plan, test);
            }
            catch (DataException e)
            {
                errors.AddRange(e.Errors);
            }
        }

        if (errors.Count > 0)
            throw new DataException(errors);
        foreach (var source in plan.Sources.Select(s => s.Source))
            given.TryAdd(plan.NameOf(source), DataFrame.Empty(SourceSchemas.Of(plan, source)));
        return given;
    }

    private static DataFrame Read(GivenSymbol table, Plan plan, TestSymbol test)
    {
        var text = table.Tree.Text;
        var lines = table.Rows.Select(r => text.PositionOf(r.Span.Start).Line).ToList();
        int headerLine = lines.Count > 0 ? lines[0] - 1 : test.Location.Start.Line;
        return RowTable.Read(
            SourceSchemas.Of(plan, table.Source),
            text.Path,
            headerLine,
            [.. table.Header.Select(c => c.Name)],
            [.. table.Rows.Select(r => r.Cells.Select(c => c.Text).ToArray())],
            lines);
    }
}
