namespace MetricsAsCode.Tests.Planning;

/// <summary>A small shop in Berlin, whose June 2026 is computed by hand in the tests.</summary>
internal static class Shop
{
    public const string Sources = """
        module shop

        product "Shop & Sons" {
          goal     "Sell <more>"
          timezone "Europe/Berlin"
          currency EUR
        }

        /// One row per customer.
        source customers from csv "customers.csv" {
          customer_id text key
          /// Where the customer lives.
          country     text
          is_member   boolean?
          joined      date?
        }

        /// One row per order.
        source orders from csv "orders.csv" {
          order_id    integer key
          customer_id text -> customers
          placed_at   timestamp time
          shipped_on  date?
          status      text in [placed, delivered, cancelled, "Sent back"]
          amount      money
          weight      number?
          discount    decimal(2)?
          coupon      text?
        }

        source lines from csv "lines.csv" {
          order_id integer key -> orders
          line     integer key
          quantity integer
          price    money
          time order_id.placed_at
        }

        let delivered = orders where status = delivered
        let buyers    = set(orders.customer_id where status = delivered)

        """;

    public const string Metrics = """
        /// What delivered orders brought in.
        metric revenue "Revenue" = sum(orders.amount * (1 - coalesce(discount, 0)) where status = delivered) { better higher }

        metric order_count = count(delivered)

        /// Revenue < budget? Then call "us" & ask.
        metric order_value "Order value" = revenue / order_count

        metric churn_rate "Churn" as percent every month = churn(buyers) { better lower }
        """;

    public const string Customers = """
        customer_id,country,is_member,joined
        ann,Germany,true,2026-01-01
        bob,France,false,
        cat,Spain,,2026-02-01
        """;

    public const string Orders = """
        order_id,customer_id,placed_at,shipped_on,status,amount,weight,discount,coupon
        1,ann,2026-05-03T10:00:00,2026-05-05,delivered,10.00,3.5,0.10,X
        2,bob,2026-05-09T22:00:00,,delivered,20.00,,,
        3,ann,2026-06-02T08:00:00,2026-06-09,delivered,30.00,2.0,,yy
        4,cat,2026-06-03T08:00:00,2026-06-04,cancelled,5.00,1.0,,X
        5,bob,2026-06-06T19:00:00,2026-06-07,placed,7.50,4.5,0.50,
        6,cat,2026-06-29T23:30:00,2026-06-30,delivered,1.25,,0.20,zed
        """;

    public const string Lines = """
        order_id,line,quantity,price
        3,1,2,10.00
        3,2,1,10.00
        6,1,5,0.25
        """;
}
