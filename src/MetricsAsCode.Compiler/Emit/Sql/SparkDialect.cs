namespace MetricsAsCode.Compiler.Emit.Sql;

// 1. Sums and products of decimals that are too long are NULL by the functions that begin with try_; nothing else is an error under ANSI rules, either.
// 2. Subqueries look at the row around them by equality only: none does.

/// <summary>Spark's SQL, from version 3.5. It is written, not run by the tests.</summary>
internal static class SparkDialect
{
    private const string Alternative = "Compute the metric with --engine compiled or duckdb.";

    public static readonly SqlDialect Instance = new()
    {
        Name = "spark",
        Cautions = ["No test has run these statements on Spark: compare a few numbers with another engine before you rely on them."],
        NameQuote = '`',
        BackslashEscapes = true,
        HoldsNul = false,
        Parameter = ":{0}",
        Correlates = false,
        KeyOrNull = "({0} IS NULL), coalesce(CAST({0} AS STRING), '')",
        WholeArray = "array({0})",
        ShiftAt = "try_element_at({0}, size(filter({1}, b -> b <= {2})))",
        Together = "collect_list({0})",
        AnyOf = "exists({0}, u -> {1})",
        Microseconds = "unix_micros({0})",
        Days = "unix_date({0})",
        TimestampLiteral = "timestamp_micros({0})",
        DoubleLiteral = "{0}D",
        BigInt = "try_cast({0} AS BIGINT)",
        Whole = "CAST({0} AS DECIMAL(38, 0))",
        FloorOfDecimal = "CAST(floor({0}) AS DECIMAL(38, 0))",
        CeilingOfDecimal = "CAST(ceil({0}) AS DECIMAL(38, 0))",
        RoundToEven = "bround({0}, 0)",
        HalfToEven = "bround({0}, 0)",
        Finite = "(CASE WHEN abs({0}) <= 1.7976931348623157E308D THEN {0} END)",
        IsNotFinite = "(isnan({0}) OR abs({0}) > 1.7976931348623157E308D)",
        WideSum = "try_sum({0})",
        HoldsAllDigits = true,
        SumWithin = "try_add({0}, {1})",
        SumBeyond = Beyond("try_add"),
        DifferenceWithin = "try_subtract({0}, {1})",
        DifferenceBeyond = Beyond("try_subtract"),
        ProductWithin = "try_multiply({0}, {1})",
        ProductBeyond = Beyond("try_multiply"),
        StartsWith = "startswith({0}, {1})",
        EndsWith = "endswith({0}, {1})",
        WholeQuotient = "({0} DIV {1})",
        SumOfDoubles = "sum({0}){1}",
        Percentile = "percentile({0}, {1}){2}",
        StandardDeviation = "stddev_samp({0})",
        Functions = [],
        Refused = new Dictionary<SqlConstruct, (string, string)>
        {
            [SqlConstruct.Ordered] = ("first, last, nth or percentile_disc for Spark", Alternative),
            [SqlConstruct.MoneyTimesReal] = ("money times a binary number for Spark", Alternative),
        },
    };

    private static string Beyond(string function) => $"({function}({{0}}, {{1}}) IS NULL AND {{0}} IS NOT NULL AND {{1}} IS NOT NULL)";
}
