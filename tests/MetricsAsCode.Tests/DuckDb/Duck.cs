using MetricsAsCode.Engines.DuckDb;

namespace MetricsAsCode.Tests.DuckDb;

/// <summary>Asks a database in memory, in the fewest words.</summary>
internal static class Duck
{
    public static DuckDbConnection Open() => DuckDbConnection.Open(DuckDbConnection.InMemory, new DuckDbOptions { Threads = 2 });

    /// <summary>The only value of a query.</summary>
    public static object? Value(this DuckDbConnection database, string sql, params object?[] parameters) => database.Rows(sql, parameters).ShouldHaveSingleItem().ShouldHaveSingleItem();

    public static IReadOnlyList<IReadOnlyList<object?>> Rows(this DuckDbConnection database, string sql, params object?[] parameters)
    {
        using var result = database.Query(sql, parameters);
        return result.ReadRows();
    }
}
