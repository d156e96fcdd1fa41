using System.Globalization;
using System.Text;
using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.Agreement;

/// <summary>Random rows for one metric of every construct: missing values, equal times, a zone with daylight saving, rows behind the as-of, customers without orders.</summary>
internal static class RandomShop
{
    /// <summary>Writes definitions and tables below <c>all</c>.</summary>
    public static void Write(Sandbox sandbox, Random random)
    {
        string[] cities = ["Lisbon", "Porto", "Évora", "Faro, south", ""];
        var customers = new StringBuilder("customer_id,joined_on,tier,city\n");
        for (int i = 0; i < 30; i++)
        {
            string city = cities[random.Next(cities.Length)];
            customers.Append(CultureInfo.InvariantCulture, $"c{i},{Day(random)},{(random.Next(3) == 0 ? "member" : "basic")},{(city.Length == 0 ? "" : $"\"{city}\"")}\n");
        }

        var orders = new StringBuilder("order_id,customer_id,placed_at,delivered_at,status,amount,weight,rating,channel,gift,account_id\n");
        var lines = new StringBuilder("order_id,product_id,quantity,price\n");
        for (int i = 0; i < 400; i++)
        {
            string placed = $"{Day(random)}T{random.Next(24):00}:{random.Next(4) * 15:00}:00";
            string delivered = random.Next(4) == 0 ? "" : $"{Day(random)}T{random.Next(24):00}:30:00";
            orders.Append(CultureInfo.InvariantCulture, $"{i},{Maybe(random, 9, $"c{random.Next(25)}")},{placed},{delivered},");
            orders.Append(CultureInfo.InvariantCulture, $"{(random.Next(4) switch { 0 => "placed", 1 => "cancelled", _ => "delivered" })},{random.Next(-500, 20000) / 100m},");
            orders.Append(CultureInfo.InvariantCulture, $"{Maybe(random, 5, (random.NextDouble() * 1e6 - 1e3).ToString("R", CultureInfo.InvariantCulture))},{Maybe(random, 2, $"{random.Next(1, 6)}")},");
            orders.Append(CultureInfo.InvariantCulture, $"{Maybe(random, 6, random.Next(2) == 0 ? "App" : "web")},{(random.Next(2) == 0 ? "true" : "false")},{(i % 5 == 0 ? "" : $"a{i * 7 % 12}")}\n");
            for (int line = random.Next(3); line > 0; line--)
            {
                lines.Append(CultureInfo.InvariantCulture, $"{i},{line},{random.Next(1, 9)},{random.Next(1, 99999) / 1000m}\n");
            }
        }

        WriteLives(sandbox, random);
        sandbox.Write("all/all.metrics", Repository.Read("tests/MetricsAsCode.Tests/Agreement/whole_language.metrics"));
        sandbox.Write("all/customers.csv", customers.ToString()).Write("all/orders.csv", orders.ToString()).Write("all/lines.csv", lines.ToString());
    }

    // Each key has up to three lives, one after the other, some with a gap, some meeting within an instant, the last one open or not.
    private static void WriteLives(Sandbox sandbox, Random random)
    {
        var accounts = new StringBuilder("account_id,opened,closed,level\n");
        for (int i = 0; i < 12; i++)
        {
            foreach (var (start, end) in Lives(random))
                accounts.Append(CultureInfo.InvariantCulture, $"a{i},{Text(start)}T{(i % 2 == 0 ? "00:00" : "10:30")}:00,{(end is { } e ? $"{Text(e)}T{(i % 2 == 0 ? "00:00" : "10:30")}:00" : "")},{Maybe(random, 5, random.Next(2) == 0 ? "gold" : "silver")}\n");
        }

        var contracts = new StringBuilder("contract_id,customer_id,account_id,starts_on,ends_on,monthly,level\n");
        for (int i = 0; i < 40; i++)
        {
            foreach (var (start, end) in Lives(random))
            {
                // `through` the day before the next life begins.
                contracts.Append(CultureInfo.InvariantCulture, $"k{i},{Maybe(random, 9, $"c{random.Next(25)}")},{Maybe(random, 4, $"a{random.Next(12)}")},{Text(start)},");
                contracts.Append(CultureInfo.InvariantCulture, $"{(end is { } e ? Text(e.AddDays(-1)) : "")},{random.Next(100, 99999) / 100m},{(random.Next(2) == 0 ? "gold" : "silver")}\n");
            }
        }

        sandbox.Write("all/accounts.csv", accounts.ToString()).Write("all/contracts.csv", contracts.ToString());
    }

    private static IEnumerable<(DateOnly Start, DateOnly? End)> Lives(Random random)
    {
        var at = new DateOnly(2025, 10, 1).AddDays(random.Next(100));
        for (int left = random.Next(1, 4); left > 0; left--)
        {
            // Often the first of a month, so that lives begin and end at boundaries of periods.
            var end = at.AddDays(random.Next(1, 120));
            if (random.Next(2) == 0)
                end = new DateOnly(end.Year, end.Month, 1).AddMonths(1);
            bool isOpen = left == 1 && random.Next(2) == 0;
            yield return (at, isOpen ? null : end);
            at = end.AddDays(random.Next(3) == 0 ? random.Next(20) : 0);
        }
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Day(Random random) => new DateOnly(2025, 11, 1).AddDays(random.Next(210)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Maybe(Random random, int missingOneOf, string value) => random.Next(missingOneOf) == 0 ? "" : value;
}
