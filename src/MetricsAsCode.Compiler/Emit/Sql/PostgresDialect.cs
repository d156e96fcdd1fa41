namespace MetricsAsCode.Compiler.Emit.Sql;

// 1. Exact numbers are `numeric`, which has any number of digits: guards compare what has been computed, not an estimate.
// 2. Arithmetic of doubles is an error there where the result is too large, or too small: the operands are looked at before, and what lies at the edges is computed
//    with decimals.
// 3. A cast of a double to `numeric` keeps 15 digits only. Its text has all that tell it apart; a whole one is taken apart into pieces that a bigint holds.
// 4. Types that are no keywords are named with their schema: a table of ours may have the name of a type, and is one then.
// 5. Times of zones are found by halving sorted arrays, which are made once for each statement: a subquery that looks at the row around it goes through all stretches of
//    the zone each time.
// 6. Columns that are computed in a relation or subquery are computed there: without OFFSET 0 or MATERIALIZED they are written into every expression that names them.
// 7. Functions are the session's own: nothing is made in a schema that others see.

/// <summary>How PostgreSQL writes SQL, from version 14.</summary>
internal static class PostgresDialect
{
    private const string Largest = "1.7976931348623157e308";
    private const string TooLarge = "1.797693134862315807937e308";

    public static readonly SqlDialect Instance = new()
    {
        Name = "postgres",
        Microseconds = "CAST(extract(epoch FROM {0}) * 1000000 AS BIGINT)",
        Days = "({0} - pg_catalog.date '1970-01-01')",
        DateLiteral = "pg_catalog.date '{0}'",
        TimestampLiteral = "(TIMESTAMP '1970-01-01' + {0} / 1000000 * INTERVAL '1 second' + {0} % 1000000 * INTERVAL '1 microsecond')",
        TextLiteral = "({0} COLLATE \"C\")",
        HoldsNul = false,
        Gathers = true,
        Fence = "\nOFFSET 0",
        ComputedOnce = "MATERIALIZED ",
        DayOf = "(({0} + 62135683200000000) / 86400000000 - 719163)",
        Together = "array_agg({0})",
        AnyOf = "EXISTS (SELECT 1 FROM unnest({0}) AS u WHERE {1})",
        ShiftOfZone = "(SELECT array_agg(shift_us ORDER BY from_at) FROM {0})[width_bucket(CAST({1} AS BIGINT), (SELECT array_agg(CAST(from_at AS BIGINT) ORDER BY from_at) FROM {0}))]",
        DoubleLiteral = "DOUBLE PRECISION '{0}'",
        Parameter = ":{0}",
        Double = "CAST({0} AS DOUBLE PRECISION)",
        Whole = "CAST({0} AS NUMERIC)",
        RoundToEven = "round({0})",
        RealSum = "pg_temp.real_sum({0}, {1})",
        RealDifference = "pg_temp.real_sum({0}, - {1})",
        RealProduct = "pg_temp.real_product({0}, {1})",
        RealQuotient = "pg_temp.real_quotient({0}, {1})",
        Finite = "pg_temp.finite({0})",
        IsNotFinite = $"(abs({{0}}) > DOUBLE PRECISION '{Largest}')",
        WideSum = "CASE WHEN abs(sum({0})) < {2} THEN sum({0}) END",
        HoldsAllDigits = true,
        SumWithin = "pg_temp.within({0} + {1}, {2})",
        SumBeyond = "(abs({0} + {1}) >= {2})",
        DifferenceWithin = "pg_temp.within({0} - {1}, {2})",
        DifferenceBeyond = "(abs({0} - {1}) >= {2})",
        ProductWithin = "pg_temp.within({0} * {1}, {2})",
        ProductBeyond = "(abs({0} * {1}) >= {2})",
        HalfToEven = "pg_temp.half_to_even({0})",
        MoneyTimesReal = "pg_temp.money_times_real({2}, {1})",
        Contains = "(strpos({0}, {1}) > 0)",
        EndsWith = "(right({0}, length({1})) = {1})",
        WholeQuotient = "({0} / {1})",
        SumOfDoubles = "pg_temp.finite_double(sum(CAST(CAST({0} AS pg_catalog.text) AS NUMERIC)){1})",
        InOrder = "array_agg({0} ORDER BY {1}){2}",
        AtEnd = "({0})[cardinality({0})]",
        Percentile = "percentile_cont({1}) WITHIN GROUP (ORDER BY {0}){2}",
        StandardDeviation = "pg_temp.deviation(stddev_samp(CAST(CAST({0} AS pg_catalog.text) AS NUMERIC) + 0.00000000000000000000), count({0}))",
        Functions =
        [
            Function("within", "x numeric, bound numeric", "numeric", "CASE WHEN abs(x) < bound THEN x END"),
            Function("double_of", "x numeric", "double precision", $"CASE WHEN abs(x) < 3e-324 THEN 0 WHEN abs(x) < {TooLarge} THEN CAST(x AS double precision) WHEN x > 0 THEN double precision 'Infinity' WHEN x < 0 THEN double precision '-Infinity' END"),
            Function("exactly", "x double precision", "numeric", "CAST(CAST(x AS pg_catalog.text) AS numeric)"),
            Function("finite", "x double precision", "double precision", $"CASE WHEN abs(x) <= double precision '{Largest}' THEN x END"),
            Function("finite_double", "x numeric", "double precision", "pg_temp.finite(pg_temp.double_of(x))"),
            Function("real_sum", "a double precision, b double precision", "double precision", "CASE WHEN abs(a) < 8e307 AND abs(b) < 8e307 THEN a + b ELSE pg_temp.double_of(pg_temp.exactly(a) + pg_temp.exactly(b)) END"),
            Function("real_product", "a double precision, b double precision", "double precision", "CASE WHEN (abs(a) BETWEEN 1e-150 AND 1e150 OR a = 0) AND (abs(b) BETWEEN 1e-150 AND 1e150 OR b = 0) THEN a * b ELSE pg_temp.double_of(pg_temp.exactly(a) * pg_temp.exactly(b)) END"),
            Function("real_quotient", "a double precision, b double precision", "double precision", "CASE WHEN b = 0 THEN NULL WHEN (abs(a) BETWEEN 1e-150 AND 1e150 OR a = 0) AND abs(b) BETWEEN 1e-150 AND 1e150 THEN a / b ELSE pg_temp.double_of(pg_temp.exactly(a) / pg_temp.exactly(b)) END"),
            Function("deviation", "s numeric, n bigint", "double precision", $"CASE WHEN s * s * (n - 1) < {TooLarge} THEN pg_temp.double_of(s) END"),
            Function("half_to_even", "x numeric", "numeric", "CASE WHEN x - floor(x) > 0.5 OR (x - floor(x) = 0.5 AND floor(x) % 2 <> 0) THEN floor(x) + 1 ELSE floor(x) END"),
            // Below 2^127: three pieces of a bigint each.
            Function("whole", "x double precision", "numeric", """
                (SELECT CAST(CAST(high AS bigint) AS numeric) * 1180591620717411303424 + CAST(CAST(middle AS bigint) AS numeric) * 34359738368 + CAST(CAST(rest - middle * 34359738368 AS bigint) AS numeric)
                  FROM (SELECT high, rest, trunc(rest / 34359738368) AS middle
                    FROM (SELECT high, x - high * 1180591620717411303424 AS rest
                      FROM (SELECT trunc(x / 1180591620717411303424) AS high) AS h) AS r) AS m)
                """),
            // A double is a whole number below 2^54 over a power of two; one below 1e-40 is nothing beside any amount. The quotient is rounded once, half to even.
            Function("money_times_real", "m numeric, f double precision", "numeric", """
                CASE WHEN m IS NULL OR f IS NULL THEN NULL WHEN m = 0 OR abs(f) < 1e-40 THEN numeric '0' ELSE
                  (SELECT CASE WHEN 2 * r > d OR (2 * r = d AND mod(q, 2) = 1) THEN q + 1 ELSE q END * CASE WHEN (m < 0) = (f < 0) THEN 1 ELSE -1 END
                  FROM (SELECT div(n, d) AS q, mod(n, d) AS r, d
                    FROM (SELECT abs(m) * pg_temp.whole(abs(f) * power(double precision '2', k)) * round(power(numeric '2', greatest(-k, 0))) AS n, round(power(numeric '2', greatest(k, 0))) AS d
                      FROM (SELECT CAST(53 - floor(ln(abs(f)) / ln(double precision '2')) AS integer) AS k) AS e) AS p) AS o) END
                """),
        ],
    };

    private static (string Name, string Sql) Function(string name, string parameters, string type, string body) =>
        (name, $"CREATE OR REPLACE FUNCTION pg_temp.{name}({parameters}) RETURNS {type} LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT {body} $$");
}
