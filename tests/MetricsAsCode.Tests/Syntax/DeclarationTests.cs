using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Tests.Syntax;

public sealed class DeclarationTests
{
    [Fact]
    public void Product()
    {
        var product = Read.Declaration<ProductDeclaration>(
            """
            product "Blinkit" {
              goal       "Reduce churn this quarter"
              value      "Groceries within 10 to 20 minutes"          // repeatable
              value      "No minimum"
              timezone   "Asia/Kolkata"
              currency   INR
              week       starts monday         // ISO labels only then
              year       starts april
              as of      from orders, events
              north star monthly_retention_rate
              on track   90%
            }
            """);
        product.Label.Value.ShouldBe("Blinkit");
        product.Members.OfType<ProductText>().Select(m => $"{m.Keyword.Text}: {m.Value.Value}").ShouldBe(
            ["goal: Reduce churn this quarter", "value: Groceries within 10 to 20 minutes", "value: No minimum", "timezone: Asia/Kolkata"]);
        product.Members.OfType<ProductWord>().Select(m => $"{m.Keyword.Text}: {m.Value.Text}").ShouldBe(["currency: INR", "week: monday", "year: april"]);
        product.Members.OfType<ProductAsOf>().ShouldHaveSingleItem().Sources.Select(s => s.Text).ShouldBe(["orders", "events"]);
        product.Members.OfType<ProductNorthStar>().ShouldHaveSingleItem().Metric.Text.ShouldBe("monthly_retention_rate");
        var threshold = product.Members.OfType<ProductThreshold>().ShouldHaveSingleItem();
        (threshold.Status, Written.Of(threshold.Value)).ShouldBe(("on track", "90%"));
    }

    [Fact]
    public void Source()
    {
        var source = Read.Declaration<SourceDeclaration>(
            """
            /// One row per order placed in the app.
            source orders from csv "data/orders.csv" {
              order_id    text key
              customer_id text? -> customers                     // many-to-one
              /// When the customer pressed the button.
              /// In local time.
              placed_at   timestamp time zone "Asia/Kolkata"
              status      text in [placed, delivered, "Sent back"]
              amount      money(4) USD
              discount    decimal(2)
              rating      integer? in 1..5
              coupon      text? from "coupon_code"
              time        order_id.order_date
            }
            """);
        source.Description.ShouldBe("One row per order placed in the app.");
        (source.Origin.Format.Text, source.Origin.Place.Value).ShouldBe(("csv", "data/orders.csv"));
        var columns = source.Members.OfType<ColumnSyntax>().ToDictionary(c => c.Name.Text);
        columns["order_id"].IsKey.ShouldBeTrue();
        columns["customer_id"].Type.IsOptional.ShouldBeTrue();
        columns["customer_id"].References!.Text.ShouldBe("customers");
        columns["placed_at"].IsTime.ShouldBeTrue();
        columns["placed_at"].Zone!.Value.ShouldBe("Asia/Kolkata");
        columns["placed_at"].Description.ShouldBe("When the customer pressed the button.\nIn local time.");
        Written.Of(columns["status"].In!).ShouldBe("[placed, delivered, \"Sent back\"]");
        (columns["amount"].Type.Scale, columns["amount"].Type.Currency!.Text).ShouldBe((4, "USD"));
        columns["discount"].Type.Scale.ShouldBe(2);
        Written.Of(columns["rating"].In!).ShouldBe("1..5");
        columns["coupon"].From!.Value.ShouldBe("coupon_code");
        source.Members.OfType<BorrowedTime>().ShouldHaveSingleItem().Path.Text.ShouldBe("order_id.order_date");
    }

    [Fact]
    public void Define()
    {
        var define = Read.Declaration<DefineDeclaration>(
            "define f(active set, tickets rows with created_at timestamp?, agent text, x number) = size(active) + x");
        define.Parameters.Select(p => $"{p.Name.Text} {p.Kind.Text}").ShouldBe(["active set", "tickets rows", "x number"]);
        define.Parameters[1].With.Select(c => $"{c.Name.Text} {c.Type.Name.Text}").ShouldBe(["created_at timestamp", "agent text"]);
        Written.Of(define.Body).ShouldBe("(size(active) + x)");
    }

    [Fact]
    public void Metric()
    {
        var metric = Read.Declaration<MetricDeclaration>(
            """
            /// Share of last month's active customers
            /// who have no delivered order this month.
            metric churn_rate "Churn rate" as percent every month by campaigns.channel = churn(active) {
              better lower
              owner  "growth@blinkit.example"
              tags   [retention, okr]
            }
            """);
        metric.Description.ShouldBe("Share of last month's active customers\nwho have no delivered order this month.");
        (metric.Name.Text, metric.Label!.Value, metric.Display!.Word.Text, metric.Every!.Grain, metric.By!.Text)
            .ShouldBe(("churn_rate", "Churn rate", "percent", Grain.Month, "campaigns.channel"));
        metric.Members.OfType<BetterMember>().ShouldHaveSingleItem().Direction.Text.ShouldBe("lower");
        metric.Members.OfType<OwnerMember>().ShouldHaveSingleItem().Owner.Value.ShouldBe("growth@blinkit.example");
        metric.Members.OfType<TagsMember>().ShouldHaveSingleItem().Tags.Select(t => t.Text).ShouldBe(["retention", "okr"]);
    }

    [Theory]
    [InlineData("as score of 5", "score", "5")]
    [InlineData("as per 1000", "per", "1000")]
    [InlineData("as points", "points", null)]
    public void Display(string text, string word, string? @base)
    {
        var display = Read.Declaration<MetricDeclaration>($"metric m {text} = 1").Display!;
        (display.Word.Text, display.Base?.Digits).ShouldBe((word, @base));
    }

    [Fact]
    public void A_metric_may_have_the_name_of_a_function() =>
        Written.Of(Read.Declaration<MetricDeclaration>("metric nps = nps(surveys.recommend)").Value).ShouldBe("nps(surveys.recommend)");

    [Fact]
    public void Objective()
    {
        var objective = Read.Declaration<ObjectiveDeclaration>(
            """
            objective customer_retention "Increase customer retention" during 2026-Q3 {
              owner "growth"
              /// The one that matters.
              key result churn  "Reduce churn by at least 20%"  = churn_rate        decrease by 20% { metrics retention_rate_30d, csat; strategy "Reactivation offers" }
              key result repeat "Repeat orders from 50% to 60%" = repeat_order_rate from 50% to 60% weight 2
              initiative "Cart abandonment reminders" for repeat, churn
              initiative "Another"
            }
            """);
        Written.Of(objective.During!).ShouldBe("<Quarter 2026/3>");
        objective.Members.OfType<ObjectiveOwner>().ShouldHaveSingleItem().Owner.Value.ShouldBe("growth");
        var churn = objective.Members.OfType<KeyResultSyntax>().First();
        churn.Description.ShouldBe("The one that matters.");
        churn.Members.OfType<SupportingMetrics>().ShouldHaveSingleItem().Metrics.Select(m => m.Text).ShouldBe(["retention_rate_30d", "csat"]);
        churn.Members.OfType<StrategySyntax>().ShouldHaveSingleItem().Label.Value.ShouldBe("Reactivation offers");
        objective.Members.OfType<KeyResultSyntax>().Last().Weight!.Digits.ShouldBe("2");
        objective.Members.OfType<InitiativeSyntax>().Select(i => string.Join(",", i.For.Select(f => f.Text))).ShouldBe(["repeat,churn", ""]);
    }

    [Theory]
    [InlineData("m from 50% to 60%", "m", "from 50% to 60%")]
    [InlineData("m decrease by 20%", "m", "decrease 20%")]
    [InlineData("m increase by 5 points versus 2026-Q1", "m", "increase 5pt versus <Quarter 2026/1>")]
    [InlineData("m at start at least 90%", "(m over AtStart)", "AtLeast 90%")]
    [InlineData("m at most 3 hours", "m", "AtMost 3'hours")]
    [InlineData("m over previous reach 50_000", "(m over Previous)", "Reach 50000")]
    [InlineData("m between -5 and 2 * 4", "m", "between (- 5) and (2 * 4)")]
    [InlineData("m where a = b at least 1", "(m where (a = b))", "AtLeast 1")]
    [InlineData("a / b\n  at least 1\n  weight 3", "(a / b)", "AtLeast 1")]
    public void Targets(string text, string value, string target)
    {
        var result = Read.Declaration<ObjectiveDeclaration>($"objective o {{\n  key result k = {text}\n}}")
            .Members.ShouldHaveSingleItem().ShouldBeOfType<KeyResultSyntax>();
        Written.Of(result.Value).ShouldBe(value);
        Describe(result.Target).ShouldBe(target);
    }

    [Fact]
    public void Test()
    {
        var test = Read.Declaration<TestDeclaration>(
            """
            test "a customer who skips a month has churned" for 2026-06 as of 2026-06-15 {
              given orders
                | order_id | note    |      // a comment
                | 1        |         |
                // another
                | 2        | ""      |
                | 3        | a \| b  |
              given customers
                | id |
              expect churn_rate = 50%
            }
            """);
        test.Label.Value.ShouldBe("a customer who skips a month has churned");
        (Written.Of(test.For), Written.Of(test.AsOf!)).ShouldBe(("<Month 2026/6>", "<Day 2026/166>"));
        var given = test.Members.OfType<GivenSyntax>().ToList();
        given.Select(g => g.Source.Text).ShouldBe(["orders", "customers"]);
        given[0].Table.Header.Select(c => c.Text).ShouldBe(["order_id", "note"]);
        given[0].Table.Rows.SelectMany(r => r.Cells.Select(c => c.Text)).ShouldBe(["1", null, "2", "", "3", "a | b"]);
        given[1].Table.Rows.ShouldBeEmpty();
    }

    [Fact]
    public void A_table_line_that_does_not_fit_is_left_out()
    {
        var test = Read.Tree("module m\ntest \"t\" for 2026 {\n  given a\n    | x | y |\n    | 1 |\n    | 2 | 3 |\n  given b\n    | x | x |\n}")
            .Declarations.ShouldHaveSingleItem().ShouldBeOfType<TestDeclaration>();
        var given = test.Members.ShouldHaveSingleItem().ShouldBeOfType<GivenSyntax>();
        given.Table.Rows.ShouldHaveSingleItem().Cells.Select(c => c.Text).ShouldBe(["2", "3"]);
    }

    [Fact]
    public void A_cell_knows_where_its_text_stands()
    {
        const string text = "test \"t\" for 2026 {\n  given a\n    |  id | name |\n    | 1 |  a \\| b |\n}";
        var cells = Read.Declaration<TestDeclaration>(text).Members.OfType<GivenSyntax>().Single().Table.Rows[0].Cells;
        cells.Select(c => ("module m\n" + text).Substring(c.Span.Start, c.Span.Length)).ShouldBe(["1", "a \\| b"]);
    }

    [Theory]
    [InlineData("churn_rate = 50%", "churn_rate []   50%")]
    [InlineData("support.csat = no value", "support.csat []   ")]
    [InlineData("drop [google_ads] = -3", "drop [google_ads]   (- 3)")]
    [InlineData("drop [\"Google Ads\"] = 3", "drop [\"Google Ads\"]   3")]
    [InlineData("revenue by customers.country [Germany] = 30 USD within 0.1%", "revenue customers.country[Germany]   30'USD within 0.1%")]
    [InlineData("growth.revenue score = 0.5 within 0.1 points", "growth.revenue []  score 0.5 within 0.1pt")]
    [InlineData("growth.revenue status = on_track", "growth.revenue []  status on_track")]
    [InlineData("growth.revenue target = no value", "growth.revenue []  target ")]
    [InlineData("aov caveat \"small sample\"", "aov []  caveat \"small sample\"")]
    public void Expectations(string text, string parts)
    {
        var expect = Read.Declaration<TestDeclaration>($"test \"t\" for 2026 {{ expect {text} }}").Members.Single().ShouldBeOfType<ExpectSyntax>();
        string member = expect.Member is null ? "" : Written.Of(expect.Member);
        string value = expect.Value is null ? "" : Written.Of(expect.Value);
        string within = expect.Within is null ? "" : $" within {Written.Of(expect.Within)}";
        $"{expect.Subject.Text} {expect.By?.Text}[{member}]  {expect.Aspect?.Text} {value}{within}".ShouldBe(parts);
    }

    [Fact]
    public void Scorecard()
    {
        var scorecard = Read.Declaration<ScorecardDeclaration>(
            """
            scorecard q3 "Blinkit, Q3 2026" for 2026-Q3 {
              trend    12 weeks
              show     north star
              show     objectives
              show     metrics
              show     checkout                       // a funnel
              show     joiners by month
              show     aov by customers.city top 5
              template "q3.hbs"
            }
            """);
        scorecard.Label!.Value.ShouldBe("Blinkit, Q3 2026");
        var trend = scorecard.Members.OfType<TrendSyntax>().ShouldHaveSingleItem();
        (trend.Count, trend.Grain.Grain).ShouldBe((12, Grain.Week));
        scorecard.Members.OfType<ShowSection>().Select(s => s.Section).ShouldBe(["north star", "objectives", "metrics"]);
        scorecard.Members.OfType<ShowMetric>().Select(s => $"{s.Metric.Text} {s.By?.Text} {s.Top}")
            .ShouldBe(["checkout  ", "joiners month ", "aov customers.city 5"]);
        scorecard.Members.OfType<TemplateSyntax>().ShouldHaveSingleItem().File.Value.ShouldBe("q3.hbs");
    }

    [Fact]
    public void Comments_are_kept() =>
        Read.Tree("// a\nmodule m // b\n/// c\nlet x = 1").Comments.Length.ShouldBe(3);

    private static string Describe(TargetSyntax target) => target switch
    {
        FromToTarget t => $"from {Written.Of(t.From)} to {Written.Of(t.To)}",
        ChangeTarget t => $"{(t.IsIncrease ? "increase" : "decrease")} {Written.Of(t.By)}" + (t.Versus is null ? "" : $" versus {Written.Of(t.Versus)}"),
        LevelTarget t => $"{t.Form} {Written.Of(t.Level)}",
        BetweenTarget t => $"between {Written.Of(t.Low)} and {Written.Of(t.High)}",
        _ => target.GetType().Name,
    };
}
