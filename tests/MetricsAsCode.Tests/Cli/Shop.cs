namespace MetricsAsCode.Tests.Cli;

/// <summary>A shop small enough to compute by hand: in January two delivered orders of 30.50 USD, in February none, in March one of 39.50 USD.</summary>
internal static class Shop
{
    public const string Definitions =
        """
        module shop

        product "Shop" {
          currency   USD
          north star revenue
        }

        /// Who buys.
        source customers from csv "data/customers.csv" {
          customer_id text key
          country     text?
        }

        source orders from csv "data/orders.csv" {
          order_id    integer key
          customer_id text -> customers
          placed_on   date time
          status      text in [placed, delivered]
          amount      money
        }

        let delivered = orders where status = delivered

        /// What delivered orders brought in.
        metric revenue "Revenue" = sum(delivered.amount) { better higher }

        metric order_count "Orders" = count(orders)

        metric aov "Average order value" = revenue / count(delivered) {
          better higher
          owner "sales"
        }

        objective growth "Grow" during 2026-Q1 {
          key result sales "Sell 100 USD" = revenue reach 100 USD
        }

        scorecard q1 "Shop, first quarter" for 2026-Q1 {
          show north star
          show objectives
          show metrics
        }

        test "revenue counts delivered orders only" for 2026-01 {
          given orders
            | order_id | placed_on  | status    | amount |
            | 1        | 2026-01-03 | delivered | 10.00  |
            | 2        | 2026-01-09 | placed    | 5      |
          expect revenue = 10 USD
          expect order_count = 2
        }

        """;

    public const string Customers = "customer_id,country\nann,Germany\nbob,France\ncyd,\n";

    public const string Orders =
        """
        order_id,customer_id,placed_on,status,amount
        1,ann,2026-01-03,delivered,10.50
        2,bob,2026-01-20,delivered,20.00
        3,ann,2026-02-05,placed,7.25
        4,cyd,2026-03-31,delivered,39.50
        5,bob,2026-04-02,delivered,5.00

        """;
}
