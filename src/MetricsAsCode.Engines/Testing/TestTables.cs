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
                given[plan.NameOf(table.Source)] = LiteralTables.Read(table, SourceSchemas.Of(plan, table.Source));
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
}
