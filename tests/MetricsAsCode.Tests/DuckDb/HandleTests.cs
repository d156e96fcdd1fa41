using MetricsAsCode.Data;
using MetricsAsCode.Engines.DuckDb;

namespace MetricsAsCode.Tests.DuckDb;

/// <summary>Runs when nothing else does: what is measured belongs to the whole process.</summary>
[CollectionDefinition(nameof(HandleTests), DisableParallelization = true)]
[Collection(nameof(HandleTests))]
public sealed class HandleTests
{
    [DuckDbFact]
    public void Ten_thousand_queries_leave_nothing_behind()
    {
        using var database = Duck.Open();
        Repeat(database, 1000);
        long before = WorkingSet();
        Repeat(database, 10_000);

        // A result that is left holds at least one vector of 2048 values: all of them would be over 160 MB.
        (WorkingSet() - before).ShouldBeLessThan(40_000_000);
    }

    [DuckDbFact]
    public void A_hundred_databases_leave_nothing_behind()
    {
        OpenAndFill(20);
        long before = WorkingSet();
        OpenAndFill(100);

        // 50,000 rows of 16 bytes each: all of them would be 80 MB.
        (WorkingSet() - before).ShouldBeLessThan(40_000_000);
    }

    [DuckDbFact]
    public void A_database_may_be_closed_before_its_result()
    {
        var database = Duck.Open();
        var result = database.Query("SELECT range FROM range(5000)");
        database.Dispose();
        result.ReadRows().Count.ShouldBe(5000);
        result.Dispose();
        Should.Throw<ObjectDisposedException>(() => database.Execute("SELECT 1"));
    }

    private static void Repeat(DuckDbConnection database, int times)
    {
        for (int i = 0; i < times; i++)
        {
            using var result = database.Query("SELECT range, 'a text that is not inlined ' || range FROM range(3)", []);
            result.ReadRows().Count.ShouldBe(3);
            if (i % 10 == 0)
                Should.Throw<DuckDbException>(() => database.Execute("SELECT nope"));
        }
    }

    private static void OpenAndFill(int times)
    {
        var frame = new DataFrame("t", 50_000, [new ValueColumn<long>("a", new ColumnType(ColumnKind.Integer), new long[50_000]), new ValueColumn<double>("b", new ColumnType(ColumnKind.Number), new double[50_000])]);
        for (int i = 0; i < times; i++)
        {
            using var database = Duck.Open();
            DuckDbTables.Register(database, frame);
        }
    }

    private static long WorkingSet()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Environment.WorkingSet;
    }
}
