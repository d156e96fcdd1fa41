using System.Text.Json;

namespace MetricsAsCode.Tests.Cli;

public class ListTests
{
    [Fact]
    public void Every_declaration_has_a_row_with_its_place()
    {
        using var folder = Sandbox.WithShop();
        folder.Run("list").ShouldSay(0,
            """
              MODULE   KIND         ID                                     UNIT        FORMULA                           LABEL                 PLACE
            ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
              shop     product      shop                                                                                 Shop                  metrics-defs/shop/shop.metrics:3
              shop     source       customers                                          from csv "data/customers.csv"                           metrics-defs/shop/shop.metrics:9
              shop     source       orders                                             from csv "data/orders.csv"                              metrics-defs/shop/shop.metrics:14
              shop     let          delivered                                          orders where status = delivered                         metrics-defs/shop/shop.metrics:22
              shop     north_star   revenue                                money USD   sum(delivered.amount)             Revenue               metrics-defs/shop/shop.metrics:25
              shop     metric       order_count                            count       count(orders)                     Orders                metrics-defs/shop/shop.metrics:27
              shop     metric       aov                                    money USD   revenue / count(delivered)        Average order value   metrics-defs/shop/shop.metrics:29
              shop     objective    growth                                                                               Grow                  metrics-defs/shop/shop.metrics:34
              shop     key_result   growth.sales                           money USD   revenue reach 100 USD             Sell 100 USD          metrics-defs/shop/shop.metrics:35
              shop     scorecard    q1                                                                                   Shop, first quarter   metrics-defs/shop/shop.metrics:38
              shop     test         revenue counts delivered orders only                                                                       metrics-defs/shop/shop.metrics:44

            """);
    }

    [Fact]
    public void A_narrow_terminal_shows_what_matters_most()
    {
        using var folder = new Sandbox().Write("a.metrics", "module m\nmetric a \"A\" = 1\n");
        var narrow = new MetricsAsCode.Cli.Terminal.ToolConsole(TextWriter.Null, TextWriter.Null, OutIsTerminal: true, Width: 80, Colours: false);
        folder.Run(narrow, "list").Out.ShouldBe("  MODULE   KIND     ID   UNIT    FORMULA\n──────────────────────────────────────────\n  m        metric   a    count   1\n");
    }

    [Fact]
    public void A_metric_with_parts_stands_before_them()
    {
        using var folder = new Sandbox().Write("a.metrics", "module m\nmetric a \"A\" parts { b \"B\" = 1; c = 2 }\n");
        using var json = JsonDocument.Parse(folder.Run("list", "--format", "json").Out);
        json.RootElement.EnumerateArray().Select(e => $"{e.GetProperty("id")} {e.GetProperty("label")} {e.GetProperty("unit")} {e.GetProperty("formula")}")
            .ShouldBe(["a A count ", "a.b B count 1", "a.c A count 2"]);
    }

    [Fact]
    public void Json_is_an_array_of_objects_that_all_have_the_same_members()
    {
        using var folder = Sandbox.WithShop();
        using var json = JsonDocument.Parse(folder.Run("list", "--format", "json").Out);
        var entries = json.RootElement.EnumerateArray().ToList();
        entries.Count.ShouldBe(11);
        foreach (var entry in entries)
            entry.EnumerateObject().Select(m => m.Name).ShouldBe([
                "module", "kind", "id", "within", "name", "label", "description", "unit", "better", "owner", "tags", "formula", "file", "line",
            ]);
        var star = entries.Single(e => e.GetProperty("kind").GetString() == "north_star");
        star.GetRawText().ReplaceLineEndings("\n").ShouldBe(
            """
            {
                "module": "shop",
                "kind": "north_star",
                "id": "revenue",
                "within": null,
                "name": "revenue",
                "label": "Revenue",
                "description": "What delivered orders brought in.",
                "unit": "money USD",
                "better": "higher",
                "owner": null,
                "tags": [],
                "formula": "sum(delivered.amount)",
                "file": "metrics-defs/shop/shop.metrics",
                "line": 25
              }
            """);
    }

    [Fact]
    public void A_catalogue_reads_each_row_by_what_it_is_declared_in()
    {
        using var folder = new Sandbox().Write("a.metrics",
            """
            module m
            product "M" { north star a }
            /// Both together.
            metric a "A" = 1 { better lower; owner "me"; tags [x, y] }
            metric b parts { c = 1; better higher }
            objective o "O" {
              owner "us"
              /// Less of it.
              key result less "Less" = a at most 3
              key result more = 2 * a increase by 10% { owner "them" }
              key result all { need a at most 3; need b.c at least 1 }
            }
            /// From there to here.
            journey "J" {
              /// Far away.
              stage far "Far" { does "Walks"; metrics a, b.c }
              stage near { does "Sits" }
            }
            segment odd = t.n = 1
            source t from csv "t.csv" { n integer }
            cohort starters by u starting at returning in u
            source u from csv "u.csv" { id integer key; at date time }

            """);
        using var json = JsonDocument.Parse(folder.Run("list", "--format", "json").Out);
        string[] members = ["kind", "id", "within", "name", "label", "description", "unit", "better", "owner", "tags"];
        json.RootElement.EnumerateArray().Select(e => string.Join("|", members.Select(m => Text(e.GetProperty(m))))).ShouldBe(
        [
            "product|m||m|M|||||[]",
            "north_star|a||a|A|Both together.|count|lower|me|[x, y]",
            "metric|b||b|||count|higher||[]",
            "metric|b.c|b|c|||count|higher||[]",
            "objective|o||o|O||||us|[]",
            "key_result|o.less|o|less|Less|Less of it.|count|lower|us|[]",
            "key_result|o.more|o|more|||count|higher|them|[]",
            "key_result|o.all|o|all|||||us|[]",
            "journey|journey||journey|J|From there to here.||||[]",
            "journey_stage|journey.far|journey|far|Far|Far away.||||[]",
            "journey_stage|journey.near|journey|near||||||[]",
            "segment|odd||odd||||||[]",
            "source|t||t||||||[]",
            "cohort|starters||starters||||||[]",
            "member|starters.size|starters|size|starters: size||count|||[]",
            "source|u||u||||||[]",
        ]);
        json.RootElement[9].GetProperty("formula").GetString().ShouldBe("a, b.c");
        json.RootElement[9].GetProperty("line").GetInt32().ShouldBe(16);
    }

    [Fact]
    public void A_formula_over_several_lines_is_one_line_without_its_comments()
    {
        using var folder = new Sandbox().Write("a.metrics", "module m\nmetric a = 1 + // one\n    2\n");
        using var json = JsonDocument.Parse(folder.Run("list", "--format", "json").Out);
        json.RootElement[0].GetProperty("formula").GetString().ShouldBe("1 + 2");
    }

    [Fact]
    public void Modules_come_by_name_and_their_files_by_path()
    {
        using var folder = new Sandbox().Write("b.metrics", "module a\nmetric second = 1\n").Write("a/z.metrics", "module a\nmetric first = 1\n").Write("0.metrics", "module b\nmetric last = 1\n");
        using var json = JsonDocument.Parse(folder.Run("list", "--format", "json").Out);
        json.RootElement.EnumerateArray().Select(e => e.GetProperty("id").GetString()).ShouldBe(["first", "second", "last"]);
    }

    private static string Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? $"[{string.Join(", ", value.EnumerateArray().Select(v => v.GetString()))}]" : value.ToString();
}
