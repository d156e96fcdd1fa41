using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using static MetricsAsCode.Tests.Reference.Bound;

namespace MetricsAsCode.Tests.Reference;

/// <summary>The published figures of the shipped data (see metrics-defs/northwind/data), from a model bound by hand.</summary>
public class ReferenceNorthwindTests
{
    private const string All = "1996-07-04..1998-05-06";

    private static readonly ModelBuilder Northwind = Model();

    private static BoundRows Orders => Northwind.Rows("orders");

    private static RowColumn Shipped => Northwind.Column("orders.shipped_date");

    private static RowCompare OnTime => Shipped.Is(Comparison.LessOrEqual, Northwind.Column("orders.required_date"));

    private static AggregateMeasure Revenue
    {
        get
        {
            var (price, quantity, discount) = (Northwind.Column("lines.unit_price"), Northwind.Column("lines.quantity"), Northwind.Column("lines.discount"));
            var paid = Int(1).Minus(discount, ScalarType.Decimal(2));
            return Sum(Northwind.Rows("lines"), price.Times(quantity, price.Type).Times(paid, ScalarType.Money("USD", 4)));
        }
    }

    private static Measure Churn
    {
        get
        {
            var active = Set(Orders, Northwind.Column("orders.customer_id"));
            var before = active.Over(Previous());
            return Size(before.Except(active)).Per(Size(before));
        }
    }

    [Theory]
    [InlineData(All, "1265793.0395")]
    [InlineData("1996", "208083.9700")]
    [InlineData("1997", "617085.2035")]
    [InlineData("1998", "440623.8660")]
    public void Revenue_is_exact(string period, string revenue) => Northwind.Value(Revenue, period).ShouldBe(revenue);

    [Fact]
    public void The_average_order_value_counts_orders_not_lines()
    {
        Northwind.Evaluate(Revenue.Per(Count(Orders)), All).Value.ToDouble().ShouldBe(1525.05, 0.005);
        Northwind.Evaluate(PerEach(AggregateKind.Median, Revenue, Northwind.ByColumn("lines.order_id")), All).Value.ToDouble().ShouldBe(943.25, 0.005);
        Northwind.Evaluate(PerEach(AggregateKind.Min, Revenue, Northwind.ByColumn("lines.order_id")), All).Value.ToDouble().ShouldBe(12.50, 0.005);
        Northwind.Evaluate(PerEach(AggregateKind.Max, Revenue, Northwind.ByColumn("lines.order_id")), All).Value.ToDouble().ShouldBe(16387.50, 0.005);
    }

    [Fact]
    public void Unshipped_orders_are_on_time_in_one_reading_and_left_out_in_the_other()
    {
        var open = Northwind.Evaluate(Share(Orders, new RowLogic(true, OnTime, new RowIsMissing(Shipped))), All);
        (open.Numerator.ToString(), open.Denominator.ToString()).ShouldBe(("793", "830"));
        var shipped = Northwind.Evaluate(Share(Orders.Where(new RowNot(new RowIsMissing(Shipped))), OnTime), All);
        (shipped.Numerator.ToString(), shipped.Denominator.ToString()).ShouldBe(("772", "809"));
        Northwind.Value(Count(Orders.Where(new RowNot(OnTime))), All).ShouldBe("37");
    }

    [Fact]
    public void Repeat_customers_are_88_of_89()
    {
        var repeat = Northwind.Evaluate(
            new SharePerMeasure(Count(Orders).Is(Comparison.GreaterOrEqual, Number(2)), Northwind.ByColumn("orders.customer_id")), All);
        (repeat.Numerator.ToString(), repeat.Denominator.ToString()).ShouldBe(("88", "89"));
    }

    [Fact]
    public void The_mean_time_to_ship_is_8_4920_days()
    {
        var time = Shipped.Minus(Northwind.Column("orders.order_date"), ScalarType.Duration.Optional());
        var mean = Northwind.Evaluate(Of(AggregateKind.Avg, Orders, time), All);
        (mean.Value.ToDouble() / TimeSpan.MicrosecondsPerDay).ShouldBe(8.4920, 0.00005);
        mean.N.ShouldBe(809);
    }

    [Fact]
    public void Groups_add_up_to_the_whole()
    {
        var engine = Northwind.Engine();
        var all = engine.Calendar.StretchOf(MetricsAsCode.Period.Year(1997));
        var byCountry = engine.Evaluate(Revenue, all, Northwind.Column("customers.country").Column);
        byCountry.Aggregate(MetricsAsCode.Values.Exact.Zero, (sum, row) => MetricsAsCode.Values.Exact.Add(sum, row.Measurement.Value.AsExact)!.Value)
            .ShouldBe(engine.Evaluate(Revenue, all).Value.AsExact);
        byCountry.Count.ShouldBe(21);
    }

    [Fact]
    public void The_lost_customers_of_the_countries_are_those_of_the_month()
    {
        var engine = Northwind.Engine();
        var country = Northwind.Column("customers.country").Column;
        for (var month = new DateOnly(1996, 8, 1); month < new DateOnly(1998, 6, 1); month = month.AddMonths(1))
        {
            var period = engine.Calendar.StretchOf(MetricsAsCode.Period.Month(month.Year, month.Month));
            double lost = engine.Evaluate(Churn, period).Numerator!.Value.ToDouble();
            engine.Evaluate(Churn, period, country).Sum(row => row.Measurement.Numerator is { HasValue: true } part ? part.ToDouble() : 0).ShouldBe(lost);
        }
    }

    private static ModelBuilder Model()
    {
        string data = Repository.PathOf("metrics-defs/northwind/data");
        return new ModelBuilder()
            .Source("customers", "customer_id text key, country text").Csv("customers", Path.Combine(data, "customers.csv"))
            .Source("orders", "order_id integer key, customer_id text -> customers, order_date date time, required_date date, shipped_date date?")
            .Csv("orders", Path.Combine(data, "orders.csv"))
            .Source("lines", "order_id integer key -> orders, product_id integer key, unit_price money(2), quantity integer, discount decimal(2), time order_id.order_date")
            .Csv("lines", Path.Combine(data, "order_details.csv"));
    }
}
