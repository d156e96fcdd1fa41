using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Planning.Printing;

namespace MetricsAsCode.Tests.Planning;

public class WindowTests
{
    [Fact]
    public void The_window_written_last_is_the_first_step() =>
        StepsOf("metric a = count(orders) over previous over trailing 28 days").ShouldBe(["over trailing 28 days", "over previous"]);

    [Fact]
    public void Windows_of_rows_lead_on_from_those_outside() =>
        StepsOf("metric a = (count(orders over previous over ever)) over quarter to date").ShouldBe(["over quarter to date", "over ever", "over previous"]);

    [Fact]
    public void Every_stands_outside_the_formula_and_inside_of_who_uses_it()
    {
        StepsOf("metric a every month = count(orders) over previous").ShouldBe(["every Month", "over previous"]);
        StepsOf("metric m every month = count(orders)\nmetric a = m over previous").ShouldBe(["over previous", "every Month"]);
    }

    [Fact]
    public void Windows_reach_every_leaf_of_an_expression()
    {
        var plan = Written.OfShop("metric a = (sum(orders.amount) / count(orders)) over previous");

        PlanPrinter.Print(plan).ShouldContain("a = sum(a0 over previous) / count(a1 over previous)");
    }

    [Fact]
    public void Each_starts_anew_inside_and_keeps_the_window_outside()
    {
        var plan = Written.OfShop("metric a = avg(count(orders) over previous each day) over trailing 4 weeks");

        var each = plan.Formula("a").ShouldBeOfType<PlanEach>();
        Words(each.Steps).ShouldBe(["over trailing 4 weeks"]);
        Words(each.Operand.ShouldBeOfType<PlanReading>().Steps).ShouldBe(["over previous"]);
    }

    [Fact]
    public void The_key_of_per_is_moved_with_its_measure()
    {
        var plan = Written.OfShop("metric a = (avg(count(orders) per customers)) over previous");

        var per = plan.Formula("a").ShouldBeOfType<PlanWithin>().Operand.ShouldBeOfType<PlanPer>();
        Words(per.Operand.ShouldBeOfType<PlanReading>().Steps).ShouldBe(["over previous"]);
        Words(per.Key.ShouldBeOfType<PlanSourceKey>().Steps).ShouldBe(["over previous"]);
    }

    [Fact]
    public void What_can_have_a_value_without_its_leaves_is_kept_within_its_steps()
    {
        var plan = Written.OfShop("metric a every month = coalesce(share(orders where amount > 0), 3%)\nmetric b every month = share(orders where amount > 0)");

        Words(plan.Formula("a").ShouldBeOfType<PlanWithin>().Steps).ShouldBe(["every Month"]);
        plan.Formula("b").ShouldBeOfType<PlanShare>();
    }

    [Fact]
    public void A_set_in_a_condition_starts_at_the_stretch_of_the_rows()
    {
        var plan = Written.OfShop("metric a = count(orders where customer_id in buyers over previous) over trailing 4 weeks");

        var test = plan.Filters.Select(f => f.Condition).OfType<PlanSetTest>().ShouldHaveSingleItem();
        Words(test.Set.ShouldBeOfType<PlanSetReading>().Steps).ShouldBe(["over previous"]);
    }

    private static IEnumerable<string> StepsOf(string metrics) =>
        Words(Written.OfShop(metrics + "\n").Formula("a").ShouldBeOfType<PlanReading>().Steps);

    private static IEnumerable<string> Words(IEnumerable<PlanStep> steps) =>
        [.. steps.Select(s => s is PlanEvery every ? $"every {every.Grain}" : ((PlanWindow)s).Step.ToString())];
}
