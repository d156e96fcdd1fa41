namespace MetricsAsCode.Tests.Cli;

public sealed class QuarantineTests : IDisposable
{
    private const string Definitions = """
        module a
        product "A" {
          timezone "UTC"
          currency EUR
          week starts monday
          year starts january
        }
        source regions from csv "regions.csv" {
          region text key
        }
        source customers from csv "customers.csv" {
          customer_id integer key
          region text -> regions
        }
        source orders from csv "orders.csv" {
          order_id integer key
          customer_id integer -> customers
          placed date time
          amount money
        }
        metric revenue = sum(orders.amount)
        metric people  = count(customers)
        metric places  = count(regions)
        metric north   = sum(orders.amount where customers.region = "north")
        """;

    private readonly Sandbox _folder = new Sandbox()
        .Write("defs/a.metrics", Definitions)
        .Write("defs/regions.csv", "region\nnorth\n")
        .Write("defs/customers.csv", "customer_id,region\n1,north\n2,south\n")
        .Write("defs/orders.csv", "order_id,customer_id,placed,amount\n1,1,2026-01-01,5.00\n2,2,2026-01-02,7.00\n3,1,2026-01-03,\"o\nops\"\n4,1,2026-01-31,1.00\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_it_bad_rows_are_errors() => _folder.Run("run", "revenue", "--for", "2026-01", "defs").Code.ShouldBe(3);

    [Theory]
    [InlineData("compiled")]
    [InlineData("reference")]
    public void Every_result_says_how_many_rows_its_sources_lack(string engine)
    {
        // Customer 2 lives nowhere, so order 2 is nobody's; order 3 costs nothing that can be read.
        var ran = _folder.Run("run", "revenue", "people", "places", "north", "--for", "2026-01", "defs", "--bad-rows", "quarantine", "--format", "csv", "--engine", engine);
        ran.Code.ShouldBe(0, ran.Error);
        Caveats(ran.Out).ShouldBe(["a.revenue 6.00: 2 rows quarantined", "a.people 1: 1 row quarantined", "a.places 1: ", "a.north 6.00: 3 rows quarantined"]);
        ran.Error.ShouldContain("1 of 2 rows of `a.customers` break its contract and are set aside: quarantine/a.customers.csv");
        ran.Error.ShouldContain("2 of 4 rows of `a.orders` break its contract and are set aside: quarantine/a.orders.csv");
    }

    [Fact]
    public void The_rows_are_written_as_they_stand()
    {
        _folder.Run("run", "revenue", "--for", "2026-01", "defs", "--bad-rows", "quarantine", "--quarantine", "aside");
        _folder.Files("aside").ShouldBe(["aside/a.customers.csv", "aside/a.orders.csv"]);
        _folder.Read("aside/a.orders.csv").ShouldBe(
            "file,line,column,name,value,reason,row\n"
            + "defs/orders.csv,3,,customer_id,2,\"`2` refers to no row of `customers` (customers.csv). Add the row, or leave the cell empty if the type is optional.\",\"2,2,2026-01-02,7.00\"\n"
            + "defs/orders.csv,4,16,amount,\"o\nops\",\"`o\\nops` is not a number. Write digits with a point, e.g. `1234.5`.\",\"3,1,2026-01-03,\"\"o\nops\"\"\"\n");
    }

    [Fact]
    public void What_has_been_mended_goes_from_the_folder()
    {
        _folder.Run("run", "people", "--for", "2026-01", "defs", "--bad-rows", "quarantine");
        _folder.Has("quarantine/a.customers.csv").ShouldBeTrue();
        _folder.Write("defs/customers.csv", "customer_id,region\n1,north\n2,north\n");
        var ran = _folder.Run("run", "people", "--for", "2026-01", "defs", "--bad-rows", "quarantine");
        _folder.Has("quarantine/a.customers.csv").ShouldBeFalse();
        ran.Error.ShouldNotContain("customers");
    }

    [Fact]
    public void A_breakdown_says_what_the_source_of_its_groups_lacks()
    {
        var ran = _folder.Run("run", "revenue", "--by", "customers.region", "--for", "2026-01", "defs", "--bad-rows", "quarantine", "--format", "csv");
        ran.Out.ShouldContain("3 rows quarantined");
    }

    [Theory]
    [InlineData("--quarantine says where rows go that are set aside", "--quarantine", "x")]
    [InlineData("rows of a database cannot be set aside", "--bad-rows", "quarantine", "--engine", "duckdb:x.db")]
    public void Options_that_do_not_go_together_are_told(string said, params string[] options)
    {
        var ran = _folder.Run(["run", "revenue", "--for", "2026-01", "defs", .. options]);
        ran.Code.ShouldBe(2);
        ran.Error.ShouldContain(said);
    }

    private static IEnumerable<string> Caveats(string csv) => csv.TrimEnd('\n').Split('\n').Skip(1).Select(l => l.Split(',')).Select(c => $"{c[0]} {c[3]}: {c[9]}");
}
