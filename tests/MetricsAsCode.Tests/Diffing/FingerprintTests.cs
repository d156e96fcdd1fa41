using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.Diffing;

public sealed class FingerprintTests
{
    /// <summary>Each line: a formula, and one that gives the same results whatever the rows.</summary>
    public static TheoryData<string, string> Equal => new()
    {
        { "sum(orders.amount where status = delivered and amount > 5 USD)", "sum(orders.amount where amount > 5 USD and status = delivered)" },
        { "count(orders where status = delivered and amount > 5 USD)", "count((orders where status = delivered) where 5 USD < amount)" },
        { "count(orders where status != delivered)", "count(orders where not (delivered = status))" },
        { "count(orders where not (amount < 5 USD))", "count(orders where amount >= 5 USD)" },
        { "count(orders where amount <= 5 USD)", "count(orders where not (amount > 5 USD))" },
        { "count(orders where status in [placed, delivered])", "count(orders where status in [delivered, placed])" },
        { "count(orders where status in [placed])", "count(orders where status = placed)" },
        { "count(orders where status = placed or status = delivered)", "count(orders where status in [placed, delivered])" },
        { "count(orders where not (not (status = placed)))", "count(orders where ((status = placed)))" },
        { "count(orders where status = placed and status = placed)", "count(orders where status = placed)" },
        { "sum(orders.amount * 2)", "sum(2 * orders.amount)" },
        { "2 * count(orders)", "count(orders) * 2" },
        { "count(orders) over previous", "count(orders over previous)" },
        { "share(count(orders) >= 2 per customer_id)", "share(2 <= count(orders) per customer_id)" },
        { "avg(count(orders) + distinct(orders.status) per customer_id)", "avg(distinct(orders.status) + count(orders) per customer_id)" },
        { "size(set(orders.customer_id) union set(orders.customer_id where amount > 5 USD))", "size(set(orders.customer_id where amount > 5 USD) union set(orders.customer_id))" },
        { "sum(paid.amount) / count(paid)", "sum(orders.amount where status = delivered) / number" },
        { "count(orders where customers.country = \"France\")", "count(orders where customer_id.country = \"France\")" },
        { "number over previous", "count(paid over previous)" },
    };

    /// <summary>Each line: a formula, and one that can give another value, reason, n or caveat.</summary>
    public static TheoryData<string, string> Different => new()
    {
        { "count(orders where amount < 5 USD)", "count(orders where amount <= 5 USD)" },
        { "count(orders where amount < 5 USD)", "count(orders where not (amount >= 6 USD))" },
        { "count(orders where customers.country = \"x\" or amount < 5 USD)", "count(orders where customers.country = \"x\" and amount < 5 USD)" },
        { "sum(orders.amount) - sum(paid.amount)", "sum(paid.amount) - sum(orders.amount)" },
        { "count(orders) + count(customers)", "count(customers) + count(orders)" },
        { "count(orders) / count(customers)", "1 / (count(customers) / count(orders))" },
        { "count(orders)", "count(orders) / 1" },
        { "count(orders)", "count(orders.customer_id.country)" },
        { "(count(orders) over previous) over same period last year", "(count(orders) over same period last year) over previous" },
        { "count(orders) over previous", "count(orders) over previous 2" },
        { "share(orders where amount > 5 USD)", "share(orders where amount > 5 USD among status = delivered)" },
        { "avg(count(orders) per customer_id)", "avg(count(orders) per customers)" },
        { "size(set(orders.customer_id) except set(paid.customer_id))", "size(set(paid.customer_id) except set(orders.customer_id))" },
        { "median(orders.amount)", "percentile(orders.amount, 50%)" },
        { "sum(orders.amount where status = delivered)", "if count(orders) > 0 then sum(orders.amount where status = delivered) else sum(orders.amount)" },
    };

    private const string Names = "let paid = orders where status = delivered\nmetric number = count(paid)\n";

    [Theory]
    [MemberData(nameof(Equal))]
    public void Formulas_that_mean_the_same_have_one_fingerprint(string one, string other) => Of(one).ShouldBe(Of(other));

    [Theory]
    [MemberData(nameof(Different))]
    public void Formulas_that_can_differ_have_two(string one, string other) => Of(one).ShouldNotBe(Of(other));

    /// <summary>What is called equal must be: all that a result carries, of every group and month.</summary>
    [Fact]
    public void Formulas_of_one_fingerprint_give_the_same_results()
    {
        var pairs = Equal.Select(r => (One: (string)r[0], Other: (string)r[1])).ToList();
        string Metrics(Func<(string One, string Other), string> formula) => string.Concat(pairs.Select((p, i) => $"metric m{i} = {formula(p)}\n"));
        string Results(string metrics)
        {
            using var folder = Sandbox.WithShop();
            folder.Write("metrics-defs/shop/shop.metrics", Definitions.Sources + Names + metrics);
            string[] asked = [.. pairs.Select((_, i) => $"m{i}")];
            string all = "";
            foreach (string by in new[] { "none", "customers.country" })
            {
                var ran = folder.Run(["run", .. asked.Where((_, i) => by == "none" || !pairs[i].One.Contains("customers", StringComparison.Ordinal)), "--for", "2026", "--grain", "month", "--by", by, "--engine", "reference", "--format", "json"]);
                ran.Code.ShouldBe(0, ran.Error);
                all += ran.Out;
            }

            return all;
        }

        Results(Metrics(p => p.One)).ShouldBe(Results(Metrics(p => p.Other)));
    }

    [Fact]
    public void A_fingerprint_does_not_depend_on_the_machine() =>
        Of("count(orders)").ShouldBe(Of("count( orders )"));

    [Fact]
    public void A_column_that_nothing_reads_changes_no_metric()
    {
        var diff = DefinitionDiffOf(Definitions.Sources.Replace("  amount      money\n", "  amount      money\n  rating      integer?\n", StringComparison.Ordinal));
        diff.ShouldBe(["Changed Source orders"]);
    }

    [Fact]
    public void A_contract_that_refuses_other_rows_changes_what_reads_the_column()
    {
        var diff = DefinitionDiffOf(Definitions.Sources.Replace("[placed, delivered]", "[placed, delivered, lost]", StringComparison.Ordinal));
        diff.ShouldBe(["Changed Source orders", "Inherited Let paid by orders", "Inherited Metric m by paid > orders"]);
    }

    private static IEnumerable<string> DefinitionDiffOf(string sources)
    {
        const string Metrics = "let paid = orders where status = delivered\nmetric m = count(paid)\nmetric all_orders = sum(orders.amount)\n";
        return Compiler.Fingerprints.DefinitionDiff.Between(Definitions.Forms(Definitions.Sources + Metrics), Definitions.Forms(sources + Metrics)).Lines();
    }

    private static string Of(string formula) => Definitions.Forms(Definitions.Sources + Names + $"metric m = {formula}\n").Find("shop.m")!.ValueFingerprint;
}
