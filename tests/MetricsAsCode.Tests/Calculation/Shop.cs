using MetricsAsCode.Calculation;
using MetricsAsCode.Data;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Tests.Calculation;

/// <summary>Eight orders, their lines, five customers and a price list without dates. The data reach to the end of March 2026.</summary>
internal static class Shop
{
    public static readonly SourceSchema Customers = new("customers", [Tables.Key("customer_id"), Tables.Text("city"), Tables.Of("is_member", ColumnKind.Boolean)]);

    public static readonly SourceSchema Orders = new("orders",
    [
        Tables.Key("order_id"), Tables.To("customer_id", "customers"), Tables.Of("placed_at", ColumnKind.Timestamp), Tables.Text("status"),
        Tables.Money("amount"), Tables.Of("rating", ColumnKind.Integer), Tables.Of("due", ColumnKind.Date),
    ]);

    public static readonly SourceSchema Lines = new("lines", [Tables.Key("line_id"), Tables.To("order_id", "orders"), Tables.Text("product"), Tables.Of("quantity", ColumnKind.Integer)]);

    public static readonly SourceSchema Prices = new("prices", [Tables.Key("product"), Tables.Money("price")]);

    public static readonly ColumnPath PlacedAt = new("placed_at");
    public static readonly ColumnPath LineTime = new(["order_id"], "placed_at");

    public static readonly Selection AllOrders = new("orders", PlacedAt);
    public static readonly Selection Delivered = new("orders", PlacedAt, Kernel.TextIs("status", "delivered"));
    public static readonly Selection AllLines = new("lines", LineTime);
    public static readonly Selection AllPrices = new("prices", null);
    public static readonly Selection AllCustomers = new("customers", null);

    public static readonly Aggregate OrderRows = new(AllOrders, AggregateState.Rows);
    public static readonly Aggregate DeliveredRows = new(Delivered, AggregateState.Rows);
    public static readonly Aggregate Revenue = new(Delivered, AggregateState.Sum, Kernel.Money("amount"));
    public static readonly Aggregate Buyers = new(Delivered, AggregateState.Distinct, Kernel.Column("customer_id"));

    public static readonly EntityKey PerCustomerColumn = new ColumnKey(CustomerPaths());
    public static readonly EntityKey PerCustomer = new SourceKey(AllCustomers, Window.Own, CustomerPaths());

    private const string CustomerRows =
        """
        customer_id | city   | is_member
        c1          | Delhi  | true
        c2          | Mumbai | false
        c3          |        | true
        c4          | Delhi  |
        c5          | Pune   | false
        """;

    private const string OrderText =
        """
        order_id | customer_id | placed_at            | status    | amount | rating | due
        o1       | c1          | 2026-01-05T08:00:00Z | delivered | 100.00 | 5      | 2026-01-07
        o2       | c2          | 2026-01-31T12:00:00Z | delivered | 50.50  |        | 2026-02-02
        o3       | c1          | 2026-02-01T00:00:00Z | cancelled | 20.00  | 3      |
        o4       | c1          | 2026-02-28T23:59:59Z | delivered | 30.25  | 4      | 2026-03-01
        o5       | c3          | 2026-03-01T00:00:00Z | delivered | 70.00  |        | 2026-03-01
        o6       |             | 2026-03-15T10:00:00Z | delivered | 10.00  | 2      | 2026-03-31
        o7       | c2          | 2026-03-31T23:00:00Z | delivered | 5.00   | 1      | 2026-04-02
        o8       | c5          |                      | delivered | 999.00 | 5      |
        """;

    private const string LineText =
        """
        line_id | order_id | product | quantity
        l1      | o1       | tea     | 2
        l2      | o1       | milk    | 1
        l3      | o4       | tea     | 3
        l4      | o5       | rice    |
        l5      | o7       | milk    | 4
        l6      | o8       | tea     | 50
        """;

    private const string PriceText =
        """
        product | price
        tea     | 3.10
        milk    | 0.99
        """;

    /// <summary>A calculator of metrics named m0, m1, … over the shop.</summary>
    public static Handmade Of(params Formula[] formulas) => With(new CalculatorOptions(), formulas);

    public static Handmade With(CalculatorOptions options, params Formula[] formulas) => new(Plan(Calendar.Utc, formulas), Frames(), options);

    public static CalculatorPlan Plan(Calendar calendar, params Formula[] formulas) => new(
        "shop",
        calendar,
        [Source(Customers, null), Source(Orders, PlacedAt), Source(Lines, LineTime), Source(Prices, null)],
        [.. formulas.Select((f, i) => new MetricPlan($"m{i}", f, i == 9 ? Unit.Ratio : Unit.Count))],
        []);

    public static Dictionary<string, DataFrame> Frames() => new()
    {
        ["customers"] = Tables.Read(Customers, CustomerRows),
        ["orders"] = Tables.Read(Orders, OrderText),
        ["lines"] = Tables.Read(Lines, LineText),
        ["prices"] = Tables.Read(Prices, PriceText),
    };

    public static Formula Count(Aggregate rows, params WindowStep[] steps) => Formula.Read(rows, AggregateKind.Count, Window.Of(steps));

    public static Formula Read(Selection rows, AggregateState state, RowValue value, AggregateKind kind, double parameter = 0) =>
        Formula.Read(new Aggregate(rows, state, value), kind, Window.Own, parameter);

    public static SetFormula Active(params WindowStep[] steps) => new SetReading(Buyers, Window.Of(steps));

    private static SourcePlan Source(SourceSchema schema, ColumnPath? time) => new(schema, time, [.. schema.Columns.Select(c => c.Name)]);

    private static Dictionary<string, ColumnPath> CustomerPaths() => new()
    {
        ["customers"] = new("customer_id"),
        ["orders"] = new("customer_id"),
        ["lines"] = new(["order_id"], "customer_id"),
    };
}
