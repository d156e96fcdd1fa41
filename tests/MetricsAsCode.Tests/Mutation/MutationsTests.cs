using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;
using MetricsAsCode.Engines.Mutation;

namespace MetricsAsCode.Tests.Mutation;

/// <summary>Which mistakes are made in a formula.</summary>
public class MutationsTests
{
    [Theory]
    [InlineData("a / b", "`/` becomes `*`", "`a / b` becomes `b / a`")]
    [InlineData("a * b / c", "`/` becomes `*`", "`a * b / c` becomes `c / (a * b)`", "`*` becomes `/`")]
    [InlineData("a - (b + c)", "`-` becomes `+`", "`a - (b + c)` becomes `(b + c) - a`", "`+` becomes `-`")]
    [InlineData("size(x except y)", "`except` becomes `intersect`", "`x except y` becomes `y except x`")]
    [InlineData("count(orders where status = delivered)", "`count` becomes `distinct`", "`where status = delivered` is left out", "`status = delivered` becomes `not (status = delivered)`", "`=` becomes `!=`")]
    [InlineData("share(orders where n > 2 among n is known)", "`among n is known` is left out", "`where n > 2` is left out", "`n > 2` becomes `not (n > 2)`", "`>` becomes `>=`", "`2` becomes `3`", "`is known` becomes `is missing`")]
    [InlineData("sum(orders.amount where n in [1, 9] or not m)", "`sum` becomes `avg`", "`where n in [1, 9] or not m` is left out", "`n in [1, 9] or not m` becomes `not (n in [1, 9] or not m)`", "`or` becomes `and`", "`in` becomes `not in`", "`1,` is left out", "`, 9` is left out", "`1` becomes `2`", "`9` becomes `10`", "`not m` becomes `m`")]
    [InlineData("x over previous", "`over previous` is left out", "`over previous` becomes `over previous 2`")]
    [InlineData("x over trailing 28 days", "`over trailing 28 days` is left out", "`over trailing 28 days` becomes `over trailing 29 days`")]
    [InlineData("x over ever at start", "`at start` is left out", "`at start` becomes `at end`", "`over ever` is left out", "`over ever` becomes `over all before`")]
    [InlineData("count(tickets dated resolved_at where resolved_at - created_at <= 3 hours)", "`count` becomes `distinct`", "`where resolved_at - created_at <= 3 hours` is left out", "`resolved_at - created_at <= 3 hours` becomes `not (resolved_at - created_at <= 3 hours)`", "`dated resolved_at` is left out", "`<=` becomes `<`", "`-` becomes `+`", "`resolved_at - created_at` becomes `created_at - resolved_at`", "`3 hours` becomes `4 hours`")]
    [InlineData("joiners.retained(days 1..30)", "`1` becomes `2`", "`30` becomes `31`")]
    [InlineData("avg(x each day)", "`avg` becomes `median`", "`day` becomes `week`")]
    [InlineData("x + 0.19 + 1_000 + 5% + 1 day", "`+` becomes `-`", "`+` becomes `-`", "`+` becomes `-`", "`+` becomes `-`", "`0.19` becomes `0.20`", "`1_000` becomes `1001`", "`5%` becomes `6%`", "`1 day` becomes `2 days`")]
    [InlineData("if a then b else c", "`b else c` becomes `c else b`")]
    [InlineData("since_previous(seen by user, city back 2)", "`since_previous` becomes `until_next`", "`user,` is left out", "`, city` is left out", "`2` becomes `3`")]
    public void Each_token_that_carries_meaning_is_changed(string formula, params string[] changes) =>
        In($"metric m = {formula}").ShouldBe(changes, ignoreOrder: true);

    [Fact]
    public void A_metric_has_a_unit_and_a_grain() =>
        In("metric m as percent every month = x").ShouldBe(["`percent` becomes `number`", "`month` becomes `week`"]);

    [Fact]
    public void Steps_of_a_funnel_change_places_behind_their_names() =>
        In("funnel f by e.id within 1 day {\n  step a = e where x\n  step b = e\n}")
            .ShouldBe(["`1 day` becomes `2 days`", "`where x` is left out", "`x` becomes `not (x)`", "`e where x step b = e` becomes `e step b = e where x`"], ignoreOrder: true);

    [Theory]
    [InlineData("from 50% to 60%", "`50%` becomes `51%`", "`60%` becomes `61%`", "`from 50% to 60%` becomes `from 60% to 50%`")]
    [InlineData("decrease by 20%", "`20%` becomes `21%`", "`decrease by 20%` becomes `increase by 20%`")]
    [InlineData("at least 90%", "`90%` becomes `91%`", "`at least 90%` becomes `at most 90%`")]
    [InlineData("reach 50", "`50` becomes `51`", "`reach 50` becomes `at most 50`")]
    [InlineData("between 4% and 6%", "`4%` becomes `5%`", "`6%` becomes `7%`", "`between 4% and 6%` becomes `at least 4%`")]
    public void Targets_have_another_form_and_other_levels(string target, params string[] changes) =>
        In($"objective o during 2026-Q3 {{\n  key result k = m {target}\n}}").ShouldBe(changes, ignoreOrder: true);

    [Fact]
    public void The_change_stands_where_it_says()
    {
        var tree = Parser.Parse(new SourceText("m.metrics", "module p\nmetric m = a / b\n"));
        var swap = Mutations.Of(tree).Single(m => m.Operator == MutationOperator.SwapOperands);
        swap.Applied().Content.ShouldBe("module p\nmetric m = b / a\n");
        (swap.Declaration, swap.Module, swap.Location.ToString()).ShouldBe(("m", "p", "m.metrics(2,12)"));
    }

    private static IEnumerable<string> In(string declaration)
    {
        var tree = Parser.Parse(new SourceText("m.metrics", $"module p\n{declaration}\n"));
        tree.Diagnostics.Select(d => d.Message).ShouldBeEmpty();
        return Mutations.Of(tree).Select(m => m.Change);
    }
}
