using MetricsAsCode.Compiler.Fingerprints;
using MetricsAsCode.Tests.Cli;
using static MetricsAsCode.Tests.Diffing.Definitions;

namespace MetricsAsCode.Tests.Diffing;

public sealed class DefinitionDiffTests
{
    [Fact]
    public void Nothing_differs_from_itself() => Shop("module shop", "module shop").Lines().ShouldBeEmpty();

    [Fact]
    public void Comments_and_layout_are_nothing() =>
        Shop("metric aov \"Average order value\" = revenue / count(delivered)", "// new\nmetric aov \"Average order value\" =\n  revenue\n  / count( delivered )").Lines().ShouldBeEmpty();

    [Fact]
    public void A_touched_filter_changes_the_let_and_what_is_built_on_it()
    {
        var diff = Shop("orders where status = delivered", "orders where status = delivered and amount > 8 USD");
        diff.Lines().ShouldBe(
        [
            "Changed Let delivered",
            "Inherited Metric aov by delivered",
            "Inherited Metric revenue by delivered",
            "Inherited KeyResult growth.sales by revenue > delivered",
        ]);
        var change = diff.Of("delivered").Aspects.Single();
        (change.OldPart, change.NewPart).ShouldBe(("", "amount > 8 USD"));
    }

    [Fact]
    public void The_smallest_part_is_told()
    {
        var change = Diff("metric m = sum(orders.amount where status = delivered and amount > 5 USD) / count(orders)\n", "metric m = sum(orders.amount where amount > 6 USD and status = delivered) / count(orders)\n").Of("m").Aspects.First();
        (change.Name, change.OldPart, change.NewPart).ShouldBe(("formula", "5 USD", "6 USD"));
    }

    [Fact]
    public void A_condition_that_is_new_stands_alone()
    {
        var change = Diff("metric m = count(orders where status = placed and amount > 5 USD)\n", "metric m = count(orders where status = placed and amount > 5 USD and customers.country is known)\n").Of("m").Aspects.First();
        (change.OldPart, change.NewPart).ShouldBe(("", "customers.country is known"));
    }

    [Fact]
    public void A_metric_under_another_name_is_renamed_and_what_names_it_has_not_changed() =>
        Shop("order_count", "orders_placed").Lines().ShouldBe(["Renamed Metric order_count -> orders_placed"]);

    [Fact]
    public void A_renamed_metric_is_the_same_on_scorecards_and_beside_key_results()
    {
        const string More = "objective o { key result k = count(orders) reach 5 { metrics turnover } }\nscorecard s for 2026 { show turnover }\n";
        string old = "metric turnover = sum(orders.amount)\n" + More;
        Diff(old, old.Replace("turnover", "sales", StringComparison.Ordinal)).Lines().ShouldBe(["Renamed Metric turnover -> sales"]);
    }

    [Fact]
    public void Renaming_a_let_changes_nothing_else()
    {
        string renamed = Cli.Shop.Definitions
            .Replace("let delivered", "let done", StringComparison.Ordinal).Replace("delivered.amount", "done.amount", StringComparison.Ordinal).Replace("(delivered)", "(done)", StringComparison.Ordinal);
        DefinitionDiff.Between(Forms(Cli.Shop.Definitions), Forms(renamed)).Lines().ShouldBe(["Renamed Let delivered -> done"]);
    }

    [Fact]
    public void A_metric_that_is_renamed_and_changed_is_another() =>
        Diff("metric a = count(orders)\n", "metric b = count(customers)\n").Lines().ShouldBe(["Removed Metric a", "Added Metric b"]);

    [Theory]
    [InlineData("owner \"sales\"", "owner \"finance\"", "owner")]
    [InlineData("\"Average order value\"", "\"AOV\"", "label")]
    [InlineData("/// What delivered orders brought in.", "/// Turnover.", "description")]
    public void Labels_owners_and_descriptions_mean_nothing(string old, string @new, string aspect)
    {
        var change = Shop(old, @new).Changes.Single();
        change.Kind.ShouldBe(ChangeKind.Metadata);
        change.Aspects.Single().Name.ShouldBe(aspect);
    }

    [Theory]
    [InlineData("metric order_count \"Orders\" = count(orders)", "metric order_count \"Orders\" as number = count(orders)", "order_count", "shown as", AspectKind.Meaning)]
    [InlineData("brought in.\nmetric revenue \"Revenue\" = sum(delivered.amount) { better higher }", "brought in.\nmetric revenue \"Revenue\" = sum(delivered.amount)", "revenue", "better", AspectKind.Meaning)]
    [InlineData("reach 100 USD", "reach 120 USD", "growth.sales", "target", AspectKind.Value)]
    [InlineData("during 2026-Q1", "during 2026-Q2", "growth", "during", AspectKind.Value)]
    [InlineData("for 2026-Q1", "for 2026-Q2", "q1", "for", AspectKind.Meaning)]
    [InlineData("  show metrics\n", "", "q1", "shows", AspectKind.Meaning)]
    [InlineData("country     text?", "country     text? from \"land\"", "customers", "column country", AspectKind.Value)]
    [InlineData("north star revenue", "north star aov", "shop", "north star", AspectKind.Meaning)]
    public void Every_aspect_is_told_by_name(string old, string @new, string declaration, string aspect, AspectKind kind)
    {
        var change = Shop(old, @new).Of(declaration);
        change.Kind.ShouldBe(ChangeKind.Changed);
        change.Aspects.Where(a => a.IsDirect).Select(a => (a.Name, a.Kind)).ShouldBe([(aspect, kind)]);
    }

    [Fact]
    public void A_key_result_inherits_the_period_of_its_objective() =>
        Shop("during 2026-Q1", "during 2026-Q2").Lines().ShouldBe(["Changed Objective growth", "Inherited KeyResult growth.sales by growth"]);

    [Fact]
    public void Another_calendar_changes_every_metric()
    {
        var diff = Shop("currency   USD", "currency   USD\n  timezone \"Asia/Kolkata\"");
        diff.Lines().ShouldContain("Changed Product shop");
        diff.Lines().ShouldContain("Inherited Metric order_count by shop");
    }

    [Fact]
    public void The_way_to_a_cause_leads_through_metrics_functions_and_conditions()
    {
        const string Old =
            """
            let big = orders.amount > 5 USD
            define half(x number) = x / 2
            metric large = count(orders where big)
            metric half_large = half(large)
            metric quarter_large = half(half_large)

            """;
        Diff(Old, Old.Replace("x / 2", "x / 3", StringComparison.Ordinal).Replace("5 USD", "6 USD", StringComparison.Ordinal)).Lines().ShouldBe(
        [
            "Changed Let big",
            "Changed Define half",
            "Inherited Metric half_large by half by large > big",
            "Inherited Metric large by big",
            "Inherited Metric quarter_large by half by half_large > large > big",
        ]);
    }

    [Fact]
    public void Funnels_cohorts_and_segments_hand_on_their_changes()
    {
        const string Old =
            """
            segment french "French" = customers.country = "France"
            funnel buying by orders.customer_id within 1 day { step first = orders; step done = orders where status = delivered }
            cohort starters by orders starting placed_on returning in orders where status = delivered
            metric back = starters.retained(days 1..30)
            metric bought = buying.done.rate
            metric in_france = count(orders where french)

            """;
        var lines = Diff(Old, Old.Replace("status = delivered", "status = placed", StringComparison.Ordinal).Replace("\"France\"", "\"Italy\"", StringComparison.Ordinal)).Lines().ToList();
        lines.ShouldContain("Changed Segment french");
        lines.ShouldContain("Changed Funnel buying");
        lines.ShouldContain("Changed Cohort starters");
        lines.ShouldContain("Inherited Metric buying.done.rate by buying");
        lines.ShouldContain("Inherited Metric bought by buying");
        lines.ShouldContain("Inherited Metric back by starters");
        lines.ShouldContain("Inherited Metric in_france by french");
    }

    [Fact]
    public void What_an_alias_takes_over_it_has_inherited()
    {
        const string Old = "metric a every month = count(orders) { better higher }\nmetric b = a\n";
        Diff(Old, Old.Replace("every month", "every week", StringComparison.Ordinal)).Lines().ShouldBe(["Changed Metric a", "Inherited Metric b by a"]);
        Diff(Old, Old.Replace("higher", "lower", StringComparison.Ordinal)).Lines().ShouldBe(["Changed Metric a", "Inherited Metric b by a"]);
    }

    [Fact]
    public void A_sample_of_other_rows_says_so_through_its_source()
    {
        const string Old =
            """
            let asked = orders where status = delivered
            source ratings from csv "ratings.csv" {
              order_id integer key -> orders
              rated_on date time
              stars    integer in 1..5
              sample of asked via order_id
            }
            metric happy = share(ratings where stars >= 4)

            """;
        Diff(Old, Old.Replace("status = delivered", "status = placed", StringComparison.Ordinal)).Lines()
            .ShouldBe(["Changed Let asked", "Inherited Source ratings by asked", "Inherited Metric happy by ratings > asked"]);
    }

    [Fact]
    public void A_formula_that_is_written_out_has_not_changed()
    {
        var diff = Shop("= revenue / count(delivered)", "= sum(orders.amount where status = delivered) / count(orders where status = delivered)");
        diff.Lines().ShouldBeEmpty();
        diff.Rewritten.ShouldBe(1);
    }

    [Fact]
    public void Files_and_order_are_nothing()
    {
        string[] parts = ["metric a = count(orders)\n", "metric b = a / count(customers)\n"];
        DefinitionDiff.Between(Forms(Sources + parts[0] + parts[1]), Forms("module shop\n" + parts[1], Sources.Replace("module shop", "module shop", StringComparison.Ordinal) + parts[0])).Lines().ShouldBeEmpty();
    }
}
