namespace MetricsAsCode.Tests.Emit;

/// <summary>Formulas of any shape over the shop's orders, well typed, the same for the same seed.</summary>
internal sealed class RandomFormulas(int seed)
{
    private readonly Random random = new(seed);

    public string Next()
    {
        string where = OneOf("", $" where {Condition(3)}", $" where {Condition(2)} and {Condition(2)}");
        return random.Next(12) switch
        {
            0 => $"count(orders{where})",
            1 => $"sum(orders.amount + 0 EUR * 0 + ({Money(3)}){where})",
            2 => $"{OneOf("avg", "sum", "min", "max", "median", "stddev")}(orders.order_id * 0 + ({Number(3)}){where})",
            3 => $"{OneOf("min", "max", "first", "last")}(orders.amount * 1 - ({Money(2)}){where})",
            4 => $"share(orders where {Condition(2)} among {Condition(2)})",
            5 => $"{OneOf("distinct", "first", "last", "count", "min", "max")}(orders.{OneOf("status", "coupon", "customer_id", "customer_id.country")}{where})",
            6 => $"size(set(orders.customer_id{where}) {OneOf("union", "intersect", "except")} set(orders.customer_id where {Condition(2)}) over {OneOf("previous", "all before", "trailing 3 weeks")})",
            7 => $"{OneOf("avg", "max", "sum", "median")}(sum(orders.amount{where}) per {OneOf("customer_id", "customers", "buyers")})",
            8 => $"share(count(orders{where}) >= {random.Next(1, 4)} per {OneOf("customer_id", "customers")})",
            9 => $"avg(count(orders{where}) each {OneOf("day", "week", "month")})",
            10 => $"count(orders where customer_id in {OneOf("buyers", "buyers over previous", "buyers except buyers over all before")} and {Condition(2)})",
            _ => $"{OneOf("avg", "sum", "max")}(orders.placed_at - ({Instant(2)}){where})",
        };
    }

    private string Condition(int depth) => depth == 0
        ? OneOf("customers.is_member", $"status = {Status()}", $"coupon = {Text()}", "coupon is missing", "weight is known", $"amount > {Amount()}", $"customers.country = {Text()}")
        : random.Next(12) switch
        {
            0 => $"({Condition(depth - 1)} and {Condition(depth - 1)})",
            1 => $"({Condition(depth - 1)} or {Condition(depth - 1)})",
            2 => $"not ({Condition(depth - 1)})",
            3 => $"{Number(depth - 1)} {Comparison()} {Number(depth - 1)}",
            4 => $"{Money(depth - 1)} {Comparison()} {Money(depth - 1)}",
            5 => $"{OneOf("coupon", "customers.country")} {Comparison()} {Text()}",
            6 => $"{OneOf("coupon", "customers.country")} in [{Text()}, {Text()}, {Text()}]",
            7 => $"status in [{Status()}, {Status()}]",
            8 => $"{OneOf("contains", "starts_with", "ends_with")}(lower(coupon), {Text()})",
            9 => $"{Instant(depth - 1)} {Comparison()} {OneOf("placed_at", "as_of", "2026-06-01", "customers.joined")}",
            10 => $"weekday({OneOf("placed_at", "shipped_on")}) in [1, {random.Next(2, 8)}]",
            _ => $"shipped_on - date(placed_at) {Comparison()} {random.Next(5)} days",
        };

    private string Number(int depth) => depth == 0
        ? OneOf("order_id", "discount", "weight", random.Next(20).ToString(), $"{random.Next(9)}.{random.Next(1, 99):00}")
        : random.Next(10) switch
        {
            0 => $"({Number(depth - 1)} + {Number(depth - 1)})",
            1 => $"({Number(depth - 1)} - {Number(depth - 1)})",
            2 => $"({Number(depth - 1)} * {Number(depth - 1)})",
            3 => $"({Number(depth - 1)} / {Number(depth - 1)})",
            4 => $"coalesce({Number(depth - 1)}, {Number(depth - 1)})",
            5 => $"{OneOf("abs", "round", "floor", "ceil")}({Number(depth - 1)})",
            6 => $"{OneOf("min", "max")}({Number(depth - 1)}, {Number(depth - 1)})",
            7 => $"(if {Condition(depth - 1)} then {Number(depth - 1)} else {Number(depth - 1)})",
            8 => "hour(placed_at)",
            _ => $"(-{Number(depth - 1)})",
        };

    private string Money(int depth) => depth == 0
        ? OneOf("amount", "amount", Amount())
        : random.Next(6) switch
        {
            0 => $"({Money(depth - 1)} + {Money(depth - 1)})",
            1 => $"({Money(depth - 1)} - {Money(depth - 1)})",
            2 => $"({Money(depth - 1)} * {OneOf("discount", "weight", "order_id", "1.5")})",
            3 => $"coalesce({Money(depth - 1)}, {Money(depth - 1)})",
            4 => $"(if {Condition(depth - 1)} then {Money(depth - 1)} else {Money(depth - 1)})",
            _ => $"{OneOf("min", "max")}({Money(depth - 1)}, {Money(depth - 1)})",
        };

    private string Instant(int depth) => depth == 0
        ? OneOf("placed_at", "as_of", "shipped_on", "customers.joined")
        : random.Next(4) switch
        {
            0 => $"({Instant(depth - 1)} + {random.Next(50)} hours)",
            1 => $"({Instant(depth - 1)} {OneOf("+", "-")} (placed_at - as_of) * {OneOf("discount", "weight", "0.7777777777")})",
            2 => $"({Instant(depth - 1)} - {random.Next(5)} days)",
            _ => $"coalesce({OneOf("shipped_on", "customers.joined")}, {OneOf("shipped_on", "customers.joined")})",
        };

    private string Amount() => $"{random.Next(30)}{OneOf("", ".5", ".25", ".001")} EUR";

    private string Text() => $"\"{OneOf("X", "yy", "zed", "Spain", "Germany", "é", "none", "")}\"";

    private string Status() => OneOf("placed", "delivered", "cancelled", "\"Sent back\"");

    private string Comparison() => OneOf("=", "!=", "<", "<=", ">", ">=");

    private string OneOf(params string[] choices) => choices[random.Next(choices.Length)];
}
