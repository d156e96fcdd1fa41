using System.Text.Json;
using MetricsAsCode.Cli;
using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.Explaining;

public class CommandTests
{
    [Theory]
    [InlineData("revenu --for 2026-06", "`revenu` is not a metric. Did you mean `revenue`?")]
    [InlineData("revenue --for 2026-13", "`2026-13` is not a period. Write e.g. 2026, 2026-Q3")]
    [InlineData("revenue --for 2026-06 --by customers.country", "--by names a column and --group one of its values: give both")]
    [InlineData("revenue --for 2026-06 --by customers.contry --group DE", "`customers` has no column `contry`. Did you mean `country`?")]
    [InlineData("revenue --for 2026-06 --by customers.country --group DF", "`customers.country` has no group `DF` in this period. Did you mean `DE`?")]
    [InlineData("visits --for 2026-06 --by customers.country --group DE", "`visits` cannot be broken down by `customers.country`")]
    [InlineData("revenue --for 2026-06 --rows -1", "--rows `-1` is not a number of rows. Write 0 or more.")]
    [InlineData("revenue --rows 3", "--rows is about a value, which needs a period. Give one with --for, e.g. --for 2026-Q3.")]
    [InlineData("revenue --as-of 2026-06-30", "--as-of or --data is about a value, which needs a period.")]
    public void Wrong_use_is_answered_with_the_fact_and_the_remedy(string line, string message)
    {
        using var folder = Deliveries.Folder();
        var ran = folder.Run(["explain", .. line.Split(' ')]);
        ran.Error.ShouldStartWith($"error: {message}");
        ran.Out.ShouldBeEmpty();
        ran.Code.ShouldBe(ExitCode.Usage);
    }

    [Fact]
    public void The_missing_group_has_a_name()
    {
        using var folder = Deliveries.Folder();
        var ran = folder.Run("explain", "revenue", "--for", "2026-06", "--by", "customers.country", "--group", "(missing)", "--rows", "0");
        ran.Out.ShouldContain("shop.revenue, 2026-06, customers.country = (missing)\n  20.00 EUR, n = 1\n"); // 7, which has no customer
        ran.Out.ShouldNotContain("LINE");
    }

    [Fact]
    public void The_as_of_and_other_data_count()
    {
        using var folder = Deliveries.Folder().Write("other.csv", "order_id,customer_id,placed_on,status,amount\n1,ann,2026-06-01,delivered,11.00\n2,ann,2026-06-20,delivered,12.00\n");
        var ran = folder.Run("explain", "revenue", "--for", "2026-06", "--as-of", "2026-06-15", "--data", "orders=other.csv");
        ran.Out.ShouldContain("\n  11.00 EUR, n = 1\n  unfinished period\n  as of 2026-06-15");
        ran.Out.ShouldContain("Left out:\n  1 row of `orders` after the as-of [1]\n");
    }

    [Fact]
    public void That_many_rows_take_long_is_said_before()
    {
        string rows = string.Concat(Enumerable.Range(1, 250_000).Select(i => FormattableString.Invariant($"{i},2026-06-01\n")));
        using var folder = new Sandbox().Write("m.metrics", "module m\nsource o from csv \"o.csv\" { id integer key; day date time }\nmetric n = count(o)\n").Write("o.csv", "id,day\n" + rows);
        var ran = folder.Run("explain", "n", "--for", "2026-06", "--rows", "0");
        ran.Error.ShouldBe("note: 250,000 rows are looked at one by one, for each part of the formula: about half a minute for each million. `metrics run` gives the value alone sooner.\n");
        ran.Out.ShouldContain("250,000");
    }

    [Fact]
    public void Json_has_the_whole_explanation()
    {
        using var json = Json("per_buyer");
        var formula = json.RootElement.GetProperty("formula");
        formula.GetProperty("value").GetRawText().ShouldStartWith("16.66"); // 49.99 over three
        formula.GetProperty("denominator").GetInt32().ShouldBe(3);
        formula.GetProperty("entities").GetProperty("known").GetInt32().ShouldBe(3);
        var rows = json.RootElement.GetProperty("rows")[0];
        rows.GetProperty("number").GetInt32().ShouldBe(formula.GetProperty("parts")[0].GetProperty("rows").GetInt32());
        rows.GetProperty("funnel")[1].GetProperty("unknown").GetInt32().ShouldBe(1);
        rows.GetProperty("missing").GetInt32().ShouldBe(2);
        rows.GetProperty("samples")[0].GetProperty("lines")[0].GetProperty("line").GetInt32().ShouldBe(3);
    }

    [Theory]
    [InlineData("per_buyer")]
    [InlineData("kept")]
    [InlineData("daily")]
    [InlineData("share_shipped")]
    public void Every_json_member_is_documented(string metric)
    {
        using var json = Json(metric);
        string section = Repository.Read("docs/json.md").Split("\n## ").Single(s => s.StartsWith("`metrics explain ", StringComparison.Ordinal));
        foreach (string member in Members(json.RootElement))
            section.ShouldContain($"`{member}`");
    }

    private static JsonDocument Json(string metric)
    {
        using var folder = Deliveries.Folder();
        var ran = folder.Run("explain", metric, "--for", "2026-06", "--format", "json");
        ran.Error.ShouldBeEmpty();
        return JsonDocument.Parse(ran.Out);
    }

    private static IEnumerable<string> Members(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(m => Members(m.Value).Prepend(m.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Members),
        _ => [],
    };
}
