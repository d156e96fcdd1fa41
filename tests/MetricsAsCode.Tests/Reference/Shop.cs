using MetricsAsCode.Compiler.Binding.Model;
using static MetricsAsCode.Tests.Reference.Bound;

namespace MetricsAsCode.Tests.Reference;

/// <summary>Six orders of three customers and one without; a fourth customer has none. The newest day is 2026-07-01.</summary>
internal static class Shop
{
    public const string Orders = """
        1 | ann | 2026-05-03T10:00:00Z | delivered | 10.00 | 5
        2 | bob | 2026-05-09T10:00:00Z | delivered | 20.50 |
        3 | ann | 2026-06-02T10:00:00Z | delivered | 30.25 | 4
        4 | cid | 2026-06-15T10:00:00Z | cancelled |       | 2
        5 | ann | 2026-06-30T23:59:59Z | delivered | 5.00  | 3
        6 |     | 2026-07-01T00:00:00Z | delivered | 1.00  |
        """;

    public static ModelBuilder Model() => new ModelBuilder()
        .Source("customers", "customer_id text key, country text?", """
            ann | DE
            bob | FR
            cid |
            dan | DE
            """)
        .Source(
            "orders",
            "order_id integer key, customer_id text? -> customers, placed_at timestamp time, status text, amount money(2)?, rating integer?",
            Orders);

    public static BoundRows Delivered(this ModelBuilder model) => model.Rows("orders").Where(model.Column("orders.status").Eq(Text("delivered")));

    public static AggregateMeasure Revenue(this ModelBuilder model) => Sum(model.Rows("orders"), model.Column("orders.amount"));

    public static SetOfRows Active(this ModelBuilder model) => Set(model.Rows("orders"), model.Column("orders.customer_id"));

    public static ColumnKey PerCustomer(this ModelBuilder model) => model.ByColumn("orders.customer_id");

    public static SourceKey PerCustomers(this ModelBuilder model) => model.BySource("customers", "orders.customer_id", "customers.customer_id");
}
