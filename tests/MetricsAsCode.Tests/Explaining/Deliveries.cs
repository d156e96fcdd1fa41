using MetricsAsCode.Engines.Explaining;
using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.Explaining;

// Of June are the orders 2 to 8. 1 is of May, 9 has no time, 10 is of July.

/// <summary>Ten orders small enough to explain by hand.</summary>
internal static class Deliveries
{
    public const string Definitions =
        """
        module shop
        product "Shop" { currency EUR; as of from clicks }
        source customers from csv "customers.csv" {
          customer_id text key
          country     text?
        }
        source orders from csv "orders.csv" {
          order_id    integer key
          customer_id text? -> customers
          placed_on   date? time
          status      text? in [placed, delivered]
          amount      money?
        }
        source clicks from csv "clicks.csv" { click_id integer key; clicked_on date time }

        let delivered = orders where status = delivered and amount >= 10 EUR
        let buyers    = set(orders.customer_id)
        let spent     = coalesce(sum(orders.amount), 0 EUR)
        let before    = buyers over previous

        metric revenue        = sum(delivered.amount)
        metric average        = avg(orders.amount)
        metric share_shipped  = share(orders where status = delivered among amount is known)
        metric per_buyer      = avg(min(orders.amount) per customer_id)
        metric repeaters      = share(count(orders) >= 2 per customer_id)
        metric kept           = size(buyers intersect buyers over previous) / size(buyers over previous)
        metric daily          = max(count(orders) each day)
        metric growth         = (revenue - revenue over previous) / revenue over previous
        metric monthly every month = count(orders)
        metric guarded        = if count(orders) >= 5 then revenue else average
        metric by_newcomers   = count(orders where customer_id in buyers over previous)
        metric spread         = max(spent - 1 EUR per customer_id)
        metric lost           = size((before except buyers) intersect buyers over ever)
        metric visits         = count(clicks)

        """;

    private const string Customers = "customer_id,country\nann,DE\nbob,FR\ncid,\ndan,DE\n";

    private const string Clicks = "click_id,clicked_on\n1,2026-06-30\n";

    private const string Orders =
        """
        order_id,customer_id,placed_on,status,amount
        1,ann,2026-05-20,delivered,40.00
        2,ann,2026-06-02,delivered,10.00
        3,bob,2026-06-03,placed,99.00
        4,bob,2026-06-03,,30.00
        5,cid,2026-06-10,delivered,
        6,cid,2026-06-11,delivered,9.99
        7,,2026-06-20,delivered,20.00
        8,dan,2026-06-30,delivered,
        9,dan,,delivered,50.00
        10,dan,2026-07-01,delivered,60.00

        """;

    public static Sandbox Folder() => new Sandbox()
        .Write("shop.metrics", Definitions).Write("customers.csv", Customers).Write("orders.csv", Orders).Write("clicks.csv", Clicks);

    public static Explanation Explain(string metric, string period = "2026-06", string? country = null, int most = 5)
    {
        using var folder = Folder();
        var module = MetricsAsCode.Engines.Loading.Workspace.Load(".", folder.Root).Modules.Single();
        return Explanations.Over(folder.Root, module, metric, period, country is null ? null : ("customers.country", country), most);
    }
}
