using MetricsAsCode.Compiler;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;
using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.Reuse;

public sealed class MetricShapeTests
{
    private const string Definitions =
        """
        module ads
        product "Ads" { currency EUR }
        source campaigns from table { id text key; channel text? }
          | id | channel    |
          | a  | google_ads |
          | b  | meta       |
          | c  | google_ads |
          | d  |            |
        source spend from csv "spend.csv" { id integer key; campaign text -> campaigns; day date time; amount money; buyers integer }
        source moves from csv "moves.csv" { id integer key; day date time; kind text in [new, churned]; amount money }

        metric cpa "Cost per acquisition" as money by campaigns.channel = sum(spend.amount) / sum(spend.buyers) { better lower }

        metric mrr_movements "MRR movements" as money every month parts {
          better higher
          /// Of customers who came.
          new     = sum(moves.amount where kind = new)
          churned "Lost" = 0 EUR - sum(moves.amount where kind = churned)
        }
        metric net_new = mrr_movements.new + mrr_movements.churned
        metric gained  = mrr_movements.new

        scorecard may for 2026-05 { show cpa; show mrr_movements; show metrics }

        test "costs" for 2026-05 {
          given campaigns
            | id | channel    |
            | a  | google_ads |
            | b  | meta       |
          given spend
            | id | campaign | day        | amount | buyers |
            | 1  | a        | 2026-05-01 | 10     | 2      |
            | 2  | b        | 2026-05-01 | 30     | 3      |
          given moves
            | id | day        | kind    | amount |
            | 1  | 2026-05-01 | new     | 9      |
            | 2  | 2026-05-01 | churned | 4      |
          expect cpa = 8 EUR
          expect cpa [google_ads] = 5 EUR
          expect cpa by campaigns.channel [meta] = 10 EUR
          expect mrr_movements.new = 9 EUR
          expect mrr_movements [churned] = -4 EUR
          expect net_new = 5 EUR
        }
        """;

    private static readonly (string, string)[] Files =
    [
        ("spend.csv", "id,campaign,day,amount,buyers\n1,a,2026-05-01,10,1\n2,c,2026-05-02,20,1\n3,b,2026-05-03,30,5\n4,d,2026-05-04,8,1\n"),
        ("moves.csv", "id,day,kind,amount\n1,2026-05-01,new,100\n2,2026-05-31,churned,30\n3,2026-06-30,new,7\n"),
    ];

    [Theory]
    [InlineData("cpa", "8.5")]                  // 68 over 8: computed over all, not added up
    [InlineData("mrr_movements.new", "100.00")]
    [InlineData("mrr_movements.churned", "-30.00")]
    [InlineData("net_new", "70.00")]
    [InlineData("gained", "100.00")]
    public void A_part_is_a_metric_and_a_metric_by_members_is_one_number_over_all(string metric, string value) =>
        Everywhere.Value(Definitions, $"ads.{metric}", Period.Month(2026, 5), Files).ShouldBe(value);

    [Fact]
    public void A_metric_by_members_has_a_value_for_each() =>
        Everywhere.Groups(Definitions, "ads.cpa", Period.Month(2026, 5), "campaigns.channel", Files).ShouldBe(["google_ads 15", "meta 6", "(missing) 8"]);

    [Fact]
    public void Parts_keep_the_grain_of_the_whole() =>
        Everywhere.Value(Definitions, "ads.mrr_movements.new", Period.Quarter(2026, 2), Files).ShouldBe("7.00"); // June, the last month that has ended

    [Fact]
    public void The_tool_and_the_calculators_know_them()
    {
        using var folder = Ads();
        folder.Run("test", "metrics-defs").ShouldSatisfyAllConditions(r => r.Error.ShouldBe(""), r => r.Code.ShouldBe(0));
        folder.Run("run", "mrr_movements.new", "metrics-defs", "--for", "2026-05", "--format", "csv").Out.ShouldContain("ads.mrr_movements.new,2026-05,,100.00,");
        folder.Run("list", "metrics-defs").Out.ShouldContain("mrr_movements.churned");
        folder.Run("explain", "cpa", "metrics-defs").Out.ShouldContain("campaigns.channel");
        folder.Run("build", "metrics-defs").ShouldSatisfyAllConditions(r => r.Error.ShouldBe(""), r => r.Code.ShouldBe(0));
        string code = folder.Read("generated/calculators/ads.g.cs");
        code.ShouldContain("public Breakdown<Money> CpaByChannel(Period period) => Cpa(period, new Dimension(\"campaigns\", \"channel\"));");
        code.ShouldContain("public Money MrrMovementsNew(Period period)");
        string card = folder.Read("generated/scorecards/ads-may.md");
        card.ShouldContain("Cost per acquisition by campaigns.channel");
        card.ShouldContain("Lost");
    }

    [Fact]
    public void Two_metrics_with_one_formula_are_found_and_an_alias_is_not()
    {
        const string text = "module m\nsource o from csv \"o.csv\" { id integer key; day date time }\nmetric a = count(o where id > 1)\nmetric b = count(o where (id > 1))\nmetric c = a\nmetric d every month = count(o where id > 1)\n";
        Compilation.Bind([Parser.Parse(new SourceText("m.metrics", text))]).Diagnostics.Select(d => d.ToString())
            .ShouldBe(["m.metrics(4,8): warning MAC3204: `b` has the same formula as `a`. Write `metric b = a` if it is another name for it, or change one of them."]);
    }

    [Fact]
    public void A_metric_by_something_runs_with_that_breakdown_unless_told_otherwise()
    {
        using var folder = Ads();
        var ran = folder.Run("run", "cpa", "metrics-defs", "--for", "2026-05", "--format", "csv");
        ran.Error.ShouldBe("note: `cpa` is by campaigns.channel; --by none computes it over all.\n");
        Cells(ran).ShouldBe(["ads.cpa,google_ads,15", "ads.cpa,meta,6", "ads.cpa,,8"]);
        var over = folder.Run("run", "cpa", "metrics-defs", "--for", "2026-05", "--by", "none", "--format", "csv");
        over.Error.ShouldBe("");
        Cells(over).ShouldBe(["ads.cpa,,8.5"]);
        Cells(folder.Run("run", "cpa", "metrics-defs", "--for", "2026-05", "--by", "campaigns.id", "--format", "csv")).ShouldBe(["ads.cpa,a,10", "ads.cpa,b,6", "ads.cpa,c,20", "ads.cpa,d,8"]);
        using var json = System.Text.Json.JsonDocument.Parse(folder.Run("run", "cpa", "mrr_movements", "metrics-defs", "--for", "2026-05", "--format", "json").Out);
        json.RootElement.EnumerateArray().Select(r => $"{r.GetProperty("metric")} {r.GetProperty("by")} {r.GetProperty("group")}").ShouldBe(
            ["ads.cpa campaigns.channel google_ads", "ads.cpa campaigns.channel meta", "ads.cpa campaigns.channel ", "ads.mrr_movements.new  ", "ads.mrr_movements.churned  "]);
    }

    [Theory]
    [InlineData("mrr_movements")]
    [InlineData("ads.mrr_movements")]
    public void The_name_of_a_metric_with_parts_stands_for_all_of_them(string name)
    {
        using var folder = Ads();
        Cells(folder.Run("run", name, "metrics-defs", "--for", "2026-05", "--format", "csv")).ShouldBe(["ads.mrr_movements.new,,100.00", "ads.mrr_movements.churned,,-30.00"]);
        folder.Run("explain", name, "metrics-defs").Out.ShouldStartWith(
            """
            ads.mrr_movements: MRR movements
              A metric with parts, each a number of its own: mrr_movements.new, mrr_movements.churned

            ads.mrr_movements.new: MRR movements: new
              Of customers who came.
              formula      sum(moves.amount where kind = new)
            """);
        folder.Run("explain", name, "metrics-defs", "--for", "2026-05")
            .ShouldFail(2, $"`{name}` is several metrics, and one value is explained at a time. Name one: `mrr_movements.new`, `mrr_movements.churned`.");
    }

    [Fact]
    public void What_is_no_metric_is_called_what_it_is()
    {
        using var folder = Ads();
        folder.Run("run", "mrr_movement", "metrics-defs").ShouldFail(2, "`mrr_movement` is not a metric. Did you mean `mrr_movements`?");
        folder.Run("run", "spend", "metrics-defs").ShouldFail(2, "`spend` is a source, not a metric. `metrics list` shows the metrics.");
        folder.Write("metrics-defs/o.metrics", "module ads\nobjective grow during 2026-05 { key result cheap = cpa at most 9 EUR\n key result odd = 2 * net_new at least 5 EUR }\n");
        folder.Run("explain", "grow.cheap", "metrics-defs").ShouldFail(2, "`grow.cheap` is a key result, not a metric. It measures `cpa`.");
        folder.Run("explain", "ads.grow.odd", "metrics-defs").ShouldFail(2, "`ads.grow.odd` is a key result, not a metric. Its formula is `2 * net_new at least 5 EUR`.");
    }

    private static Sandbox Ads()
    {
        var folder = new Sandbox().Write("metrics-defs/ads.metrics", Definitions);
        foreach (var (name, content) in Files)
            folder.Write($"metrics-defs/{name}", content);
        return folder;
    }

    /// <summary>Metric, group and value of each line.</summary>
    private static IEnumerable<string> Cells(Ran ran) => ran.Out.TrimEnd().Split('\n').Skip(1).Select(l => l.Split(',')).Select(c => $"{c[0]},{c[2]},{c[3]}");
}
