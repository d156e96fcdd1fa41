namespace MetricsAsCode.Compiler.Emit.Sql;

// 1. Numbers: whole ones of Int64 wrap in silence, so sums are Int128 and arithmetic is that of decimals. Decimal(38) wraps too, so whatever may need more than 38 digits is
//    computed as Decimal(76), which has room for every product and sum of two, and compared with the largest number of 38.
// 2. A literal with a point is a double, one of more than 19 digits too: decimals are written as text that is made a decimal.
// 3. An aggregate of nothing is 0 or nan: those with -OrNull are NULL.
// 4. Dates are days and timestamps microseconds, both whole numbers: the engine's own types do not reach from the year 1 to 9999.
// 5. A subquery that looks at the row around it may answer wrongly where NULL is compared: none does.

/// <summary>ClickHouse as it is released now.</summary>
public static class ClickHouseDialect
{
    private const string Decided = "arrayMap(v -> if(abs(v) <= toDecimal256('{5}', {6}), v, NULL), [{0}])[1]";

    /// <summary>The settings without which statements would have another meaning.</summary>
    public static readonly IReadOnlyList<(string Name, string Value)> Settings =
    [
        ("join_use_nulls", "1"),                   // an outer join leaves NULL, not 0 and ''
        ("cast_keep_nullable", "1"),
        ("prefer_column_name_to_alias", "1"),
        ("union_default_mode", "'DISTINCT'"),
        ("intersect_default_mode", "'DISTINCT'"),
        ("except_default_mode", "'DISTINCT'"),
        ("count_distinct_implementation", "'uniqExact'"),
    ];

    public static readonly SqlDialect Current = new()
    {
        Name = "clickhouse",
        Cautions =
        [
            $"They mean what they say under SETTINGS {string.Join(", ", Settings.Select(s => $"{s.Name} = {s.Value}"))}.",
            "Of tables they take dates as days and timestamps as microseconds since 1970, both whole numbers, as views over the tables can give them.",
        ],
        BackslashEscapes = true,
        DecimalLiteral = "toDecimal128('{2}', {1})",
        Parameter = "{{0}:Int64}",
        Correlates = false,
        Selected = "{0}.{1} AS {1}",
        KeyOrNull = "({0} IS NULL), coalesce(toString({0}), '')",
        WholeArray = "CAST([{0}] AS Array(Int64))",
        ShiftAt = "arrayMap(t -> {0}[arrayCount(b -> coalesce(b <= t, FALSE), {1})], [{2}])[1]",
        Together = "groupArray({0})",
        AnyOf = "arrayExists(u -> {1}, {0})",
        TypedValues = "SELECT * FROM values('{0}',\n  {1})",
        TypedColumn = "{0} Int64",
        Microseconds = "{0}",
        Days = "{0}",
        DateLiteral = "{0}",
        TimestampLiteral = "{0}",
        NullsLast = "",
        Double = "toFloat64({0})",
        BigInt = "toInt64(if(abs({0}) <= 9000000000000000000, {0}, 0))",
        Whole = "toInt256({0})",
        Decimal = "toDecimal128({0}, {2})",
        WideDecimal = "toDecimal256({0}, {2})",
        DigitsOfArithmetic = 38,
        FloorOfDecimal = "toDecimal256(floor({0}), 0)",
        CeilingOfDecimal = "toDecimal256(ceil({0}), 0)",
        RoundToEven = "roundBankers({0})",
        HalfToEven = "toDecimal256(roundBankers({0}), 0)",
        Finite = "arrayMap(v -> if(isFinite(v), v, NULL), [{0}])[1]",
        IsNotFinite = "(NOT isFinite({0}))",
        SumWithin = Within("+"),
        SumBeyond = Beyond("+"),
        DifferenceWithin = Within("-"),
        DifferenceBeyond = Beyond("-"),
        ProductWithin = Within("*"),
        ProductBeyond = Beyond("*"),
        Sum = "sumOrNull({0})",
        SumOfWhole = "sumOrNull(toInt128({0}))",
        Min = "minOrNull({0})",
        Max = "maxOrNull({0})",
        WideSum = "arrayMap(v -> if(abs(v) <= toDecimal256('{4}', {3}), v, NULL), [sumOrNull(toDecimal256({0}, {3}))])[1]",
        MoneyTimesReal = ExactProduct,
        LowerAscii = "lower({0})",
        Contains = "(position({0}, {1}) > 0)",
        StartsWith = "startsWith({0}, {1})",
        EndsWith = "endsWith({0}, {1})",
        WholeQuotient = "intDiv({0}, {1})",
        SumOfDoubles = "sumKahanOrNull({0}){1}",
        InOrder = "arraySort(groupArray(tuple(tuple({1}), toNullable({0}))){2})",
        At = "tupleElement(({0})[{1}], 2)",
        AtEnd = "tupleElement(({0})[-1], 2)",
        HoldsAllDigits = true,
        Percentile = "quantileExactInclusiveOrNull({1})({0}){2}",
        StandardDeviation = "arrayMap(v -> if(isFinite(v), v, NULL), [stddevSampStable({0})])[1]",
        AnyTrue = "CAST(max({0}) AS Nullable(Bool))",
        Functions = [],
    };

    /// <summary>
    /// Releases before <see cref="ClickHouseCapabilities.Recent"/>, as 18.16 has it: statements over one table, of which every server of a cluster aggregates its own rows.
    /// </summary>
    public static readonly SqlDialect Old = Current with
    {
        IsFlat = true,
        Refused = ClickHouseCapabilities.RefusedBefore,
        HasFilter = false,
        True = "1",
        False = "0",
        And = "if(ifNull(({0}) = 0, 0) OR ifNull(({1}) = 0, 0), 0, ({0}) AND ({1}))",
        Or = "if(ifNull(({0}) != 0, 0) OR ifNull(({1}) != 0, 0), 1, ({0}) OR ({1}))",
        Not = "(({0}) = 0)",                            // `not` of `not` is shortened on some servers of a cluster and not on others
        Surely = "ifNull({0}, 0)",
        WideDecimal = "toDecimal128({0}, {2})",
        Sum = "sum(toNullable({0}))",
        SumOfWhole = "sum(toNullable(toDecimal128({0}, 0)))",
        Min = "min(toNullable({0}))",
        Max = "max(toNullable({0}))",
        SumOfDoubles = "sum(toNullable({0})){1}",       // sumKahan makes servers of a cluster fall: what one sends the other does not understand
        Percentile = Interpolated,
    };

    // Halfway between two of the sorted values as the place (n - 1) p lies between two whole numbers.
    private const string Interpolated = "arrayMap(a -> if(length(a) = 0, NULL, a[" + Place + " + 1] + (a[least(" + Place + " + 2, length(a))] - a[" + Place + " + 1]) * ((length(a) - 1) * {1} - floor((length(a) - 1) * {1}))), [arraySort(groupArray({0}))])[1]";
    private const string Place = "toUInt32(floor((length(a) - 1) * {1}))";

    // A double is a whole number of 53 bits times a power of two: the product is exact, and rounded once, half to even. Beyond the bound it is not asked for.
    private const string ExactProduct = "arrayMap((m, f) -> if(m IS NULL OR f IS NULL, NULL, arrayMap((p, x) -> if(x >= 0, p * bitShiftLeft(toInt256(1), toUInt16(least(greatest(x, 0), 200))), "
        + "arrayMap((q, d) -> q + if(" + Rest + " * 2 > d OR (" + Rest + " * 2 = d AND q % 2 != 0), if(p < 0, -1, 1), 0), [intDiv(p, " + Unit + ")], [" + Unit + "])[1]), "
        + "[assumeNotNull(m) * (toInt256(bitAnd(" + Bits + ", 4503599627370495)) + if(" + Exponent + " > 0, toInt256(4503599627370496), toInt256(0))) * if(f < 0, -1, 1)], "
        + "[toInt32(greatest(" + Exponent + ", 1)) - 1075])[1]), [if(abs({0} * {1}) < 1e38, {2}, toInt256(0))], [{1}])[1]";
    private const string Bits = "reinterpretAsUInt64(abs(assumeNotNull(f)))";
    private const string Exponent = "bitShiftRight(" + Bits + ", 52)";
    private const string Unit = "bitShiftLeft(toInt256(1), toUInt16(least(-x, 254)))";
    private const string Rest = "if(p < 0, q * d - p, p - q * d)";

    // Operands of 38 digits each: neither their sum nor their product has more than 76.
    private static string Within(string sign) => Decided.Replace("{0}", Wide(sign));

    private static string Beyond(string sign) => $"(abs({Wide(sign)}) > toDecimal256('{{5}}', {{6}}))";

    private static string Wide(string sign) => $"toDecimal256({{0}}, {{3}}) {sign} toDecimal256({{1}}, {{4}})";
}
