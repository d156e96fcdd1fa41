using MetricsAsCode.Compiler.Emit.CSharp;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Results;
using MetricsAsCode.Tests.Agreement;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MetricsAsCode.Tests.DuckDb;

/// <summary>A generated calculator over Parquet files, as a pipeline writes it.</summary>
public sealed class ParquetCalculatorTests
{
    private const string Pipeline = """
        public static class Pipeline
        {
            public static string Run(string folder)
            {
                var customers = CustomersFrame.From(ParquetFile.Read(folder + "/customers.parquet", CustomersFrame.Schema, CustomersFrame.ColumnsInUse));
                var orders = OrdersFrame.From(ParquetFile.Read(folder + "/orders-*.parquet", OrdersFrame.Schema, OrdersFrame.ColumnsInUse, Orders.ShipCountry));
                var lines = OrderLinesFrame.From(ParquetFile.Read(folder + "/lines.parquet", OrderLinesFrame.Schema, OrderLinesFrame.ColumnsInUse));
                var northwind = new NorthwindCalculator(customers, orders, lines);
                var all = Period.Range(Period.Year(1996), Period.Year(1998));
                return $"{northwind.Revenue(all)}, {northwind.OrdersPlaced(all)} orders, {northwind.OrdersPlaced(all, by: Orders.ShipCountry)["Germany"]} to Germany";
            }
        }
        """;

    [DuckDbFact]
    public void Frames_take_over_what_parquet_holds()
    {
        using var files = new ParquetFiles();
        string data = Repository.PathOf("metrics-defs/northwind/data").Replace("'", "''", StringComparison.Ordinal);
        files.Write("customers.parquet", $"SELECT * FROM read_csv('{data}/customers.csv')")
            .Write("orders-1.parquet", $"SELECT * FROM read_csv('{data}/orders.csv', nullstr = ['NULL', '']) WHERE order_id < 10500")
            .Write("orders-2.parquet", $"SELECT * FROM read_csv('{data}/orders.csv', nullstr = ['NULL', '']) WHERE order_id >= 10500")
            .Write("lines.parquet", $"SELECT * FROM read_csv('{data}/order_details.csv')");

        string said = (string)Compiled().GetType("Metrics.Northwind.Pipeline", true)!.GetMethod("Run")!.Invoke(null, [files.Sandbox.Root])!;

        said.ShouldBe("1,265,793.04 USD, 830 orders, 122 to Germany");
    }

    [Fact]
    public void A_dimension_of_another_source_is_named() =>
        Should.Throw<ArgumentException>(() => ParquetFile.Read("a.parquet", new MetricsAsCode.Data.SourceSchema("orders", []), [], new Dimension("customers", "country")))
            .Message.ShouldStartWith("`customers.country` is not a column of `orders`.");

    private static System.Reflection.Assembly Compiled()
    {
        var compilation = CSharpCompilation.Create(
            "pipeline",
            [
                CSharpSyntaxTree.ParseText(CSharpEmitter.Emit(Northwind.Plan), path: "northwind.g.cs"),
                CSharpSyntaxTree.ParseText("namespace Metrics.Northwind;\nusing MetricsAsCode;\n" + "using MetricsAsCode.Engines.Loading;\n" + Pipeline),
            ],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var code = new MemoryStream();
        compilation.Emit(code).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()).ShouldBeEmpty();
        return System.Reflection.Assembly.Load(code.ToArray());
    }
}
