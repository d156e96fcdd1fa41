using MetricsAsCode.Data;
using static MetricsAsCode.Tests.Data.Csv;

namespace MetricsAsCode.Tests.Data;

public class NorthwindFilesTests
{
    private static readonly SourceSchema Customers = new("customers", [Text("customer_id") with { IsKey = true }, Text("company_name"), Text("country")]);

    private static readonly SourceSchema Orders = new("orders",
    [
        Integer("order_id") with { IsKey = true },
        Text("customer_id") with { References = "customers" },
        Of("order_date", ColumnKind.Date) with { IsTime = true },
        Of("shipped_date", ColumnKind.Date) with { IsOptional = true },
        Of("freight", ColumnKind.Money, 2),
    ]);

    private static readonly SourceSchema Lines = new("order_lines",
    [
        Integer("order_id") with { IsKey = true, References = "orders" },
        Integer("product_id") with { IsKey = true },
        Of("unit_price", ColumnKind.Money, 2),
        Integer("quantity") with { Low = 1 },
        Of("discount", ColumnKind.Decimal, 2) with { Low = 0, High = 1 },
    ]);

    [Fact]
    public void The_three_files_are_read_whole_and_every_reference_resolves()
    {
        var customers = CsvFile.Read(PathOf("customers.csv"), Customers);
        var orders = CsvFile.Read(PathOf("orders.csv"), Orders);
        var lines = CsvFile.Read(PathOf("order_details.csv"), Lines);
        (customers.RowCount, orders.RowCount, lines.RowCount).ShouldBe((91, 830, 2155));

        int[] customerOfOrder = References.Link(orders, orders["customer_id"], customers, customers["customer_id"]);
        int[] orderOfLine = References.Link(lines, lines["order_id"], orders, orders["order_id"]);
        customerOfOrder.ShouldAllBe(row => row >= 0);
        customerOfOrder.Distinct().Count().ShouldBe(89);
        orderOfLine.Distinct().Count().ShouldBe(830);
        customers.Texts("company_name").Text(customerOfOrder[0]).ShouldBe("Vins et alcools Chevalier");
    }

    [Fact]
    public void Missing_dates_and_exact_revenue_are_the_published_ones()
    {
        var orders = CsvFile.Read(PathOf("orders.csv"), Orders, new HashSet<string> { "shipped_date" });
        orders.Columns.Select(c => c.Name).ShouldBe(["order_id", "shipped_date"]);
        orders["shipped_date"].Known!.PopCount().ShouldBe(830 - 21);

        var lines = CsvFile.Read(PathOf("order_details.csv"), Lines);
        ValueColumn<long> price = lines.Values<long>("unit_price"), quantity = lines.Values<long>("quantity"), discount = lines.Values<long>("discount");
        long revenue = 0; // in ten-thousandths
        for (int row = 0; row < lines.RowCount; row++)
            revenue += price[row] * quantity[row] * (100 - discount[row]);
        revenue.ShouldBe(12_657_930_395);
    }

    private static string PathOf(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MetricsAsCode.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds MetricsAsCode.sln.");
        return Path.Combine(folder.FullName, "metrics-defs", "northwind", "data", file);
    }
}
