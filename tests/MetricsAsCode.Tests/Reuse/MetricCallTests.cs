namespace MetricsAsCode.Tests.Reuse;

public sealed class MetricCallTests
{
    private const string Support =
        """
        module support
        source customers from csv "customers.csv" { customer_id text key; region text }
        source surveys from csv "surveys.csv" { survey_id integer key; customer_id text -> customers; answered_at timestamp time; rating integer? in 1..5 }
        source costs from csv "costs.csv" { month date key time; amount money }
        let answers = surveys where rating is known
        define per_answer(x number) = x / count(answers)
        metric csat as percent every month = csat(answers.rating) { better higher }
        metric northern = (csat where customers.region = "north") - csat
        metric cost_per_answer = per_answer(sum(costs.amount))
        """;

    private const string Shop =
        """
        module shop
        product "Shop" { currency EUR; timezone "America/New_York" }
        source people like support.customers from csv "people.csv"
        source ratings like support.surveys from csv "ratings.csv" { survey_id integer key from "id"; channel text in [app, web] }
        source spending from csv "spending.csv" { month date key time; amount money }
        metric csat     = support.csat(surveys = ratings)
        metric app_csat = support.csat(surveys = ratings where channel = app)
        metric north    = support.northern(surveys = ratings)
        metric cost     = support.cost_per_answer(surveys = ratings, costs = spending)
        """;

    private static readonly (string, string)[] Files =
    [
        ("people.csv", "customer_id,region\nann,north\nbob,south\n"),
        // The last one is still of May in New York.
        ("ratings.csv", "id,customer_id,answered_at,rating,channel\n1,ann,2026-05-03,5,app\n2,ann,2026-05-04,4,web\n3,bob,2026-05-05,2,app\n4,bob,2026-05-06,,web\n5,bob,2026-06-01T02:00:00Z,1,web\n"),
        ("spending.csv", "month,amount\n2026-05-01,10.00\n"),
    ];

    [Theory]
    [InlineData("csat", "0.5")]      // 5 and 4 of 5, 4, 2, 1; the missing rating is no answer
    [InlineData("app_csat", "0.5")]  // 5 of 5, 2
    [InlineData("north", "0.5")]     // 100% of Ann's less 50%
    [InlineData("cost", "2.5")]      // 10 EUR over 4 answers
    public void A_metric_of_another_module_is_computed_over_own_sources_in_the_own_calendar(string metric, string value) =>
        Everywhere.Value(Shop + "\n", $"shop.{metric}", Period.Month(2026, 5), [("support.metrics", Support), .. Files]).ShouldBe(value);

    [Fact]
    public void It_keeps_its_grain() =>
        Everywhere.Value(Shop, "shop.csat", Period.Quarter(2026, 2), [("support.metrics", Support), .. Files]).ShouldBe("0.5"); // that of May, the last month that has ended

    [Fact]
    public void A_group_is_that_of_the_own_rows() =>
        Everywhere.Groups(Shop, "shop.csat", Period.Month(2026, 5), "people.region", [("support.metrics", Support), .. Files]).ShouldBe(["north 1", "south 0"]);
}
