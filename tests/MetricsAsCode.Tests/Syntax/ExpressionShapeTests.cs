namespace MetricsAsCode.Tests.Syntax;

public sealed class ExpressionShapeTests
{
    [Theory]
    [InlineData("a + b * c", "(a + (b * c))")]
    [InlineData("a * b + c", "((a * b) + c)")]
    [InlineData("a - b - c", "((a - b) - c)")]
    [InlineData("a / b * c", "((a / b) * c)")]
    [InlineData("(a + b) * c", "({(a + b)} * c)")]
    [InlineData("-a * b", "((- a) * b)")]
    [InlineData("a - -b", "(a - (- b))")]
    [InlineData("a + b = c - d", "((a + b) = (c - d))")]
    [InlineData("a < b and c >= d or e != f", "(((a < b) and (c >= d)) or (e != f))")]
    [InlineData("a or b and c", "(a or (b and c))")]
    [InlineData("not a = b and c", "((not (a = b)) and c)")]
    [InlineData("not not a", "(not (not a))")]
    [InlineData("a union b intersect c except d", "((a union (b intersect c)) except d)")]
    [InlineData("x in a union b", "(x in (a union b))")]
    [InlineData("if a = 1 then b else if c then d else e", "(if (a = 1) then b else (if c then d else e))")]
    [InlineData("if a then b or c else d and e", "(if a then (b or c) else (d and e))")]
    public void Precedence(string text, string shape) => Read.Shape(text).ShouldBe(shape);

    [Theory]
    [InlineData("a in [x, y, \"Sent back\", -1]", "(a in [x, y, \"Sent back\", (- 1)])")]
    [InlineData("a not in 1..5", "(a not in 1..5)")]
    [InlineData("a in -0.5..2.5", "(a in (- 0.5)..2.5)")]
    [InlineData("a in lo + 1..hi", "(a in (lo + 1)..hi)")]
    [InlineData("d in 2026-07-01..2026-09-30", "(d in <Day 2026/182>..<Day 2026/273>)")]
    [InlineData("a is missing or b is known", "((a is missing) or (b is known))")]
    [InlineData("a + b is missing", "((a + b) is missing)")]
    [InlineData("not a is known", "(not (a is known))")]
    public void Membership(string text, string shape) => Read.Shape(text).ShouldBe(shape);

    [Theory]
    [InlineData("active over previous", "(active over Previous)")]
    [InlineData("active over previous 3", "(active over Previous 3)")]
    [InlineData("active over previous to date", "(active over PreviousToDate)")]
    [InlineData("active over same period last year", "(active over SamePeriodLastYear)")]
    [InlineData("active over trailing 28 days", "(active over Trailing 28 Day)")]
    [InlineData("active over quarter to date", "(active over ToDate Quarter)")]
    [InlineData("active over all before", "(active over AllBefore)")]
    [InlineData("active over ever", "(active over Ever)")]
    [InlineData("accounts at start", "(accounts over AtStart)")]
    [InlineData("accounts at end", "(accounts over AtEnd)")]
    [InlineData("accounts at end over previous", "((accounts over AtEnd) over Previous)")]
    [InlineData("tickets dated resolved_at over previous", "((tickets dated resolved_at) over Previous)")]
    [InlineData("lines dated order_id.order_date", "(lines dated order_id.order_date)")]
    [InlineData("a - b over previous", "(a - (b over Previous))")]
    [InlineData("-a over previous", "(- (a over Previous))")]
    [InlineData("(a - b) over previous", "({(a - b)} over Previous)")]
    [InlineData("active except active over all before", "(active except (active over AllBefore))")]
    public void Windows_bind_tightest(string text, string shape) => Read.Shape(text).ShouldBe(shape);

    [Theory]
    [InlineData("orders where a = b", "(orders where (a = b))")]
    [InlineData("orders where a or b where c", "((orders where (a or b)) where c)")]
    [InlineData("revenue / orders where a", "((revenue / orders) where a)")]
    [InlineData("(aov where customers.tier = member) / aov", "({(aov where (customers.tier = member))} / aov)")]
    [InlineData("count(orders where a where b among c per d)", "count(((orders where a) where b) among c per d)")]
    [InlineData("share(orders where shipped_date <= required_date among shipped_date is known)",
        "share((orders where (shipped_date <= required_date)) among (shipped_date is known))")]
    public void Where_binds_loosest(string text, string shape) => Read.Shape(text).ShouldBe(shape);

    [Theory]
    [InlineData("count(orders)", "count(orders)")]
    [InlineData("sum((orders where a).b.c * d)", "sum(({(orders where a)}.b.c * d))")]
    [InlineData("(a dated b).where over previous", "({(a dated b)}.where over Previous)")]
    [InlineData("f()", "f()")]
    [InlineData("percentile(rows.x, 90%)", "percentile(rows.x, 90%)")]
    [InlineData("support.csat(surveys = ratings)", "support.csat((surveys = ratings))")]
    [InlineData("avg(size(active) each day) / size(active)", "(avg(size(active) each Day) / size(active))")]
    [InlineData("avg(count(orders) per customer_id)", "avg(count(orders) per customer_id)")]
    [InlineData("avg(x per active except banned over previous)", "avg(x per (active except (banned over Previous)))")]
    [InlineData("min(a, b where c per d)", "min(a, (b where c) per d)")]
    [InlineData("share(count(orders) >= 2 per customer_id)", "share((count(orders) >= 2) per customer_id)")]
    [InlineData("since_previous(visited_on by user_id back 2) <= 7 days", "(since_previous(visited_on by user_id back 2) <= 7'days)")]
    [InlineData("until_next(t by a, b.c)", "until_next(t by a+b.c)")]
    [InlineData("last(x.y) over ever", "(last(x.y) over Ever)")]
    [InlineData("nps(surveys.recommend)", "nps(surveys.recommend)")]
    [InlineData("round(if a then 1 else 2)", "round((if a then 1 else 2))")]
    [InlineData("avg(0.5 * scale(count(events), 0, 40) + 0.5 * scale(coalesce(avg(surveys.rating), 3), 1, 5) per customers)",
        "avg(((0.5 * scale(count(events), 0, 40)) + (0.5 * scale(coalesce(avg(surveys.rating), 3), 1, 5))) per customers)")]
    [InlineData("median(nth(orders.placed_at, 2) over ever - first(orders.placed_at) over ever per newcomers)",
        "median(((nth(orders.placed_at, 2) over Ever) - (first(orders.placed_at) over Ever)) per newcomers)")]
    [InlineData("sum(order_lines.unit_price * quantity * (1 - discount))", "sum(((order_lines.unit_price * quantity) * {(1 - discount)}))")]
    [InlineData("distinct(engagement.user_id where visited_on - date(user_id.created_at) = 30 days) / count(users)",
        "(distinct((engagement.user_id where ((visited_on - date(user_id.created_at)) = 30'days))) / count(users))")]
    public void Calls(string text, string shape) => Read.Shape(text).ShouldBe(shape);

    [Theory]
    [InlineData("`at` + orders.where", "(at + orders.where)")]
    [InlineData("month + top + no + score + owner", "((((month + top) + no) + score) + owner)")]
    [InlineData("true and not false", "(true and (not false))")]
    [InlineData("this month", "<Month 0>")]
    [InlineData("a in last quarter", "(a in <Quarter -1>)")]
    [InlineData("this + last", "(this + last)")]
    public void Words_are_keywords_only_in_their_place(string text, string shape) => Read.Shape(text).ShouldBe(shape);

    [Fact]
    public void A_comparison_of_a_comparison_says_nothing() => Read.Findings("let x = a = b = c").ShouldBe(["MAC1020 `=`"]);
}
