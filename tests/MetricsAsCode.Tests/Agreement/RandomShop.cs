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

        var orders = new StringBuilder("order_id,customer_id,placed_at,delivered_at,status,amount,weight,rating,channel,gift\n");
        var lines = new StringBuilder("order_id,product_id,quantity,price\n");
        for (int i = 0; i < 400; i++)
        {
            string placed = $"{Day(random)}T{random.Next(24):00}:{random.Next(4) * 15:00}:00";
            string delivered = random.Next(4) == 0 ? "" : $"{Day(random)}T{random.Next(24):00}:30:00";
            orders.Append(CultureInfo.InvariantCulture, $"{i},{Maybe(random, 9, $"c{random.Next(25)}")},{placed},{delivered},");
            orders.Append(CultureInfo.InvariantCulture, $"{(random.Next(4) switch { 0 => "placed", 1 => "cancelled", _ => "delivered" })},{random.Next(-500, 20000) / 100m},");
            orders.Append(CultureInfo.InvariantCulture, $"{Maybe(random, 5, (random.NextDouble() * 1e6 - 1e3).ToString("R", CultureInfo.InvariantCulture))},{Maybe(random, 2, $"{random.Next(1, 6)}")},");
            orders.Append(CultureInfo.InvariantCulture, $"{Maybe(random, 6, random.Next(2) == 0 ? "App" : "web")},{(random.Next(2) == 0 ? "true" : "false")}\n");
            for (int line = random.Next(3); line > 0; line--)
            {
                lines.Append(CultureInfo.InvariantCulture, $"{i},{line},{random.Next(1, 9)},{random.Next(1, 99999) / 1000m}\n");
            }
        }

        sandbox.Write("all/all.metrics", Repository.Read("tests/MetricsAsCode.Tests/Agreement/whole_language.metrics"));
        sandbox.Write("all/customers.csv", customers.ToString()).Write("all/orders.csv", orders.ToString()).Write("all/lines.csv", lines.ToString());
    }

    private static string Day(Random random) => new DateOnly(2025, 11, 1).AddDays(random.Next(210)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Maybe(Random random, int missingOneOf, string value) => random.Next(missingOneOf) == 0 ? "" : value;
}
