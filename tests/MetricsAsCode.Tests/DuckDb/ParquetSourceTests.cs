using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.DuckDb;

/// <summary>The shop of the tool's tests, its orders in two Parquet files.</summary>
public sealed class ParquetSourceTests : IDisposable
{
    private const string Orders = "metrics-defs/shop/data/orders";
    private readonly ParquetFiles _files = new();

    public ParquetSourceTests() => Sandbox
        .Write("metrics-defs/shop/shop.metrics", Shop.Definitions.Replace("csv \"data/orders.csv\"", "parquet \"data/orders/*.parquet\"", StringComparison.Ordinal))
        .Write("metrics-defs/shop/data/customers.csv", Shop.Customers)
        .Write("orders.csv", Shop.Orders);

    private Sandbox Sandbox => _files.Sandbox;

    public void Dispose() => _files.Dispose();

    [DuckDbTheory]
    [InlineData("compiled")]
    [InlineData("reference")]
    public void Metrics_over_Parquet_are_those_over_CSV(string engine)
    {
        WriteOrders("true");
        using var csv = Sandbox.WithShop();
        string[] question = ["run", "revenue", "order_count", "aov", "--for", "2026-Q1", "--grain", "month", "--format", "csv", "metrics-defs"];
        var expected = csv.Run(question);
        expected.ShouldSay(0, expected.Out);
        Sandbox.Run([.. question, .. engine == "compiled" ? [] : new[] { "--engine", engine }]).ShouldSay(0, expected.Out);
    }

    [DuckDbFact]
    public void A_file_that_breaks_the_contract_is_named_with_its_row()
    {
        WriteOrders("order_id <> 1");
        _files.Write($"{Orders}/c.parquet", "SELECT 1001 AS order_id, 'nobody' AS customer_id, DATE '2026-01-05' AS placed_on, 'lost' AS status, 1.005 AS amount");
        var ran = Sandbox.Run("run", "revenue", "--for", "2026-Q1", "metrics-defs");
        ran.Code.ShouldBe(3);
        ran.Error.ShouldContain("orders/c.parquet(1): error: column `status`: `lost` is not one of `placed`, `delivered`.");
        ran.Error.ShouldContain("orders/c.parquet(1): error: column `amount`: `1.005` has more than 2 digits after the point.");
    }

    [DuckDbFact]
    public void A_rebound_source_is_read_by_the_ending_of_its_file()
    {
        WriteOrders("true");
        var ran = Sandbox.Run("run", "order_count", "--for", "2026-Q1", "--format", "csv", "--data", "orders=orders.csv", "metrics-defs");
        Sandbox.Run("run", "order_count", "--for", "2026-Q1", "--format", "csv", "metrics-defs").ShouldSay(0, ran.Out);

        using var csv = Sandbox.WithShop();
        csv.Run("run", "order_count", "--for", "2026-Q1", "--format", "csv", "--data", $"orders={Sandbox.At(Orders)}/*.parquet", "metrics-defs").ShouldSay(0, ran.Out);
    }

    [DuckDbFact]
    public void A_pattern_does_not_reach_through_a_link()
    {
        WriteOrders("true");
        File.Move(Sandbox.At($"{Orders}/b.parquet"), Sandbox.At("outside.parquet"));
        File.CreateSymbolicLink(Sandbox.At($"{Orders}/b.parquet"), Sandbox.At("outside.parquet"));
        var ran = Sandbox.Run("run", "revenue", "--for", "2026-Q1", "metrics-defs");
        ran.Code.ShouldBe(3);
        ran.Error.ShouldContain("`orders` reads `data/orders/*.parquet`, which lies outside");
    }

    private void WriteOrders(string condition)
    {
        string rows = $"SELECT order_id, customer_id, placed_on, status, amount::DECIMAL(9, 2) AS amount FROM read_csv('{Sandbox.At("orders.csv")}') WHERE {condition}";
        _files.Write($"{Orders}/a.parquet", $"{rows} AND order_id % 2 = 0").Write($"{Orders}/b.parquet", $"{rows} AND order_id % 2 = 1");
    }
}
