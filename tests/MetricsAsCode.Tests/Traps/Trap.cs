namespace MetricsAsCode.Tests.Traps;

/// <summary>What some database is known to get wrong when it is asked in the obvious words.</summary>
/// <param name="Name">What goes wrong.</param>
/// <param name="Formula">A metric, as the definitions of <see cref="TrapShop"/> say it.</param>
/// <param name="Expected">What it is in March, by hand.</param>
/// <param name="Refused">What a cluster of old servers calls it when it refuses it; null when it computes it.</param>
/// <param name="ClickHouse">The obvious statement, for ClickHouse.</param>
/// <param name="Current">What current releases say to it; null when they are right.</param>
/// <param name="Old">What three servers of 18.16 say to it; null when they are right.</param>
/// <param name="Sql">The obvious statement for PostgreSQL, where it is wrong there, too.</param>
/// <param name="Postgres">What PostgreSQL says to it.</param>
internal sealed record Trap(
    string Name,
    string Formula,
    string Expected,
    string? Refused = null,
    string? ClickHouse = null,
    string? Current = null,
    string? Old = null,
    string? Sql = null,
    string? Postgres = null)
{
    private const string PerShard = " SETTINGS distributed_product_mode = 'local'";

    // March is what has an id above 3.
    public static readonly IReadOnlyList<Trap> All =
    [
        // Nothing to aggregate.
        new("a quotient by a count of nothing", "sum(orders.weight) / count(orders where qty > 1000)", "no value (division by zero)",
            ClickHouse: "SELECT sum(weight) / countIf(qty > 1000) FROM orders WHERE id > 3", Current: "inf", Old: "inf",
            Sql: "SELECT sum(weight) / count(*) FILTER (WHERE qty > 1000) FROM orders WHERE id > 3", Postgres: "error"),
        new("a sum of nothing", "sum(orders.price where qty > 1000)", "0.00",
            Sql: "SELECT sum(price) FROM orders WHERE qty > 1000", Postgres: "NULL"),
        new("the least of nothing", "min(orders.price where qty > 1000)", "no value (no rows)",
            ClickHouse: "SELECT minIf(assumeNotNull(price), qty > 1000) FROM orders WHERE id > 3", Current: "0.00", Old: "0.00"),
        new("a mean of nothing", "avg(orders.weight where qty > 1000)", "no value (no rows)",
            ClickHouse: "SELECT avgIf(assumeNotNull(weight), qty > 1000) FROM orders WHERE id > 3", Current: "nan", Old: "nan"),
        new("a quotient by zero in a row", "sum(orders.weight / (qty - 2))", "0.5", "arithmetic of binary numbers inside rows",      // 10.5 / 1 + 20 / -1 + 40 / 4
            ClickHouse: "SELECT sum(weight / (qty - 2)) FROM orders WHERE id > 3", Current: "inf", Old: "inf",
            Sql: "SELECT sum(weight / (qty - 2)) FROM orders WHERE id > 3", Postgres: "error"),

        // What is not known.
        new("false and unknown", "count(orders where not (note = \"x\" and qty > 5))", "4",                                           // of 6 and 9 it is unknown
            ClickHouse: "SELECT countIf(NOT (note = 'x' AND qty > 5)) FROM orders WHERE id > 3", Old: "3"),
        new("true or unknown", "count(orders where note = \"x\" or not (qty > 5))", "3",                                              // 5, 7 and 8
            ClickHouse: "SELECT countIf(note = 'x' OR NOT (qty > 5)) FROM orders WHERE id > 3"),
        new("an unknown condition of a value", "sum(if orders.qty > 5 then 1 else 10)", "42",
            ClickHouse: "SELECT sum(if(qty > 5, 1, 10)) FROM orders WHERE id > 3", Old: "32"),
        new("not in what has a missing one", "count(orders where not (who in set(orders.who where qty > 5)))", "3",                   // the set is cyd; 5, 7 and 8
            ClickHouse: "SELECT countIf(who GLOBAL NOT IN (SELECT who FROM orders WHERE id > 3 AND qty > 5)) FROM orders WHERE id > 3", Old: "4",
            Sql: "SELECT count(*) FROM orders WHERE id > 3 AND who NOT IN (SELECT who FROM orders WHERE id > 3 AND qty > 5)", Postgres: "0"),
        new("those without rows beside those with some", "avg(min(orders.price) per people)", "0.4666666666666667", "a number per entity",   // 0.10, 1.00 and 0.30; bob has bought nothing
            ClickHouse: "SELECT sum(least) / count() FROM people LEFT JOIN (SELECT who, min(assumeNotNull(toFloat64(price))) AS least FROM orders WHERE id > 3 AND price IS NOT NULL GROUP BY who) AS o USING (who) SETTINGS join_use_nulls = 0", Current: "0.35000000000000003"),

        // Entities whose rows lie on several servers.
        new("in what another server knows", "count(orders where who in (set(orders.who) over previous))", "2",                        // ann, twice
            ClickHouse: "SELECT countIf(who IN (SELECT who FROM orders WHERE id <= 3)) FROM orders WHERE id > 3" + PerShard, Old: "0"),
        new("not in what another server knows", "count(orders where not (who in (set(orders.who) over previous)))", "3",              // cyd twice and dee
            ClickHouse: "SELECT countIf(who NOT IN (SELECT who FROM orders WHERE id <= 3)) FROM orders WHERE id > 3" + PerShard, Old: "6"),
        new("distinct over servers", "distinct(orders.who)", "3"),
        new("members of both sets", "size(set(orders.who where note = \"x\") intersect set(orders.who where qty > 2))", "1"),
        new("members of either set", "size(set(orders.who where note = \"x\") union set(orders.who where qty > 2))", "3"),
        new("members that were lost", "size(set(orders.who) over previous except set(orders.who))", "1"),                             // bob
        new("a share in a set", "share(orders where who in (set(orders.who) over previous) among who is known)", "0.4"),

        // Numbers.
        new("a percentile between two values", "percentile(orders.weight, 90%)", "36",                                                // of 3, 10.5, 20, 30, 40: 30 + 0.6 (40 - 30)
            ClickHouse: "SELECT quantileExact(0.9)(weight) FROM orders WHERE id > 3", Current: "40", Old: "40"),
        new("the middle of the values of all servers", "median(orders.weight)", "20"),
        new("a sum of products of amounts", "sum(orders.price * qty)", "8.00"),                                                      // 0.30 + 1.40 + 0.30 + 6.00
        new("a mean of amounts", "avg(orders.price where qty > 1)", "0.43333333333333335",                                            // 1.30 / 3
            ClickHouse: "SELECT avg(price) FROM orders WHERE id > 3 AND qty > 1", Old: "0.43"),
        new("an amount times a binary number", "sum(orders.price * weight)", "59.05", "arithmetic of binary numbers inside rows",     // 12 + 1.05 + 6 + 40
            ClickHouse: "SELECT sum(price * weight) FROM orders WHERE id > 3", Old: "error 43"),
        new("a sum of whole numbers of more than 64 bits", "sum(orders.big)", "24000000000000000000",
            ClickHouse: "SELECT sum(big) FROM orders WHERE id > 3", Current: "5553255926290448384", Old: "5553255926290448384"),
        new("a product of whole numbers of more than 64 bits", "max(orders.big * qty)", "28000000000000000000",
            ClickHouse: "SELECT max(big * qty) FROM orders WHERE id > 3", Current: "8000000000000000000", Old: "8000000000000000000",
            Sql: "SELECT max(big * qty) FROM orders WHERE id > 3", Postgres: "error"),
        new("halves to even", "sum(round(orders.weight))", "103", "rounding",                                        // 10.5 is 10
            ClickHouse: "SELECT sum(round(weight)) FROM orders WHERE id > 3", Old: "104"),
        new("a quotient of counts", "count(orders where qty > 5) / count(orders)", "0.3333333333333333",
            Sql: "SELECT count(*) FILTER (WHERE qty > 5) / count(*) FROM orders WHERE id > 3", Postgres: "0"),
        new("a deviation over servers", "stddev(orders.weight)", "14.805404418657398", "a standard deviation"),                       // the root of 876.8 / 4

        // Days that the engine's own dates do not reach.
        new("days before 1970 and after 2149", "count(orders where day < 1950-01-01 or day > 2200-01-01)", "2",
            ClickHouse: "SELECT countIf(toDate(day) < toDate('1950-01-01') OR toDate(day) > toDate('2200-01-01')) FROM orders WHERE id > 3", Current: "0", Old: "5"),
        new("the month of a day past 2106", "count(orders where day >= 2106-02-01 and day < 2106-03-01)", "1",
            ClickHouse: "SELECT countIf(toStartOfMonth(toDate(day)) = toDate('2106-02-01')) FROM orders WHERE id > 3", Old: "0"),

        // Texts.
        new("a text that ends its quotes", "count(orders where note = \"\\\\'; DROP TABLE orders; --\")", "1"),
    ];
}
