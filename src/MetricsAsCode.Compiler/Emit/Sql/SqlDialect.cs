using System.Text;

namespace MetricsAsCode.Compiler.Emit.Sql;

/// <summary>
/// What one engine's SQL says differently. A dialect is data: patterns in which <c>{0}</c>, <c>{1}</c> stand for operands; what it does not set is as DuckDB has it.
/// </summary>
public sealed record SqlDialect
{
    public static readonly SqlDialect DuckDb = new()
    {
        Name = "duckdb",
        IsShiftOfNumbersOnly = true,
        ShiftOfZone = "list_transform([struct_pack(t := {1}, z := (SELECT list(z) FROM {0} AS z))], lambda v: list_filter(v.z, lambda z: v.t >= z.from_at AND v.t < z.to_at)[1].shift_us)[1]",
    };

    /// <summary>The dialects by name.</summary>
    public static IReadOnlyList<SqlDialect> All => [DuckDb, Postgres, ClickHouseDialect.Current, SparkDialect.Instance];

    /// <summary>PostgreSQL, from version 14.</summary>
    public static SqlDialect Postgres => PostgresDialect.Instance;

    public string Name { get; init; } = "";

    /// <summary>Microseconds since 1970-01-01T00:00Z of a timestamp column.</summary>
    public string Microseconds { get; init; } = "epoch_us({0})";

    /// <summary>Days since 1970-01-01 of a date column.</summary>
    public string Days { get; init; } = "({0} - DATE '1970-01-01')";

    /// <summary>A date from its ISO text, a timestamp from its microseconds since 1970.</summary>
    public string DateLiteral { get; init; } = "DATE '{0}'";

    public string TimestampLiteral { get; init; } = "make_timestamp({0})";

    /// <summary>A text, quoted as SQL has it.</summary>
    public string TextLiteral { get; init; } = "{0}";

    /// <summary>Whether texts can have the character NUL.</summary>
    public bool HoldsNul { get; init; } = true;

    /// <summary>A double from its digits with an exponent.</summary>
    public string DoubleLiteral { get; init; } = "{0}";

    /// <summary>What the caller gives: a name in the text of a statement for people.</summary>
    public string Parameter { get; init; } = "${0}";

    /// <summary>What begins a name and ends it; inside it stands twice.</summary>
    public char NameQuote { get; init; } = '"';

    /// <summary>Whether a backslash in quotes stands for something else than itself, in texts as in names.</summary>
    public bool BackslashEscapes { get; init; }

    /// <summary>A constant with {1} digits behind the point, or one with more digits than the engine's whole numbers have; {2} is the same without parentheses.</summary>
    public string DecimalLiteral { get; init; } = "{0}";

    /// <summary>
    /// Whether a subquery may look at the row around it. Where it may not, whether a relation has a row is asked by <c>IN</c>, times of zones are looked up in arrays, and
    /// what is looked for among rows of an entity is gathered into an array before.
    /// </summary>
    public bool Correlates { get; init; } = true;

    /// <summary>Whether what is looked for among rows of an entity is gathered into an array all the same, since the engine goes through all rows for each that asks.</summary>
    public bool Gathers { get; init; }

    /// <summary>Behind a subquery whose columns are computed once, where the engine would write them into every expression that names them.</summary>
    public string Fence { get; init; } = "";

    /// <summary>Before the body of a named relation with computed columns, for the same reason.</summary>
    public string ComputedOnce { get; init; } = "";

    /// <summary>The day in which an instant lies, of the years from 1 on; null where it is written with operators that cut towards zero.</summary>
    public string? DayOf { get; init; }

    /// <summary>The shift of the zone relation {0} at the time {1}, for an engine that finds it quickly; null where the relation is searched.</summary>
    public string? ShiftOfZone { get; init; }

    /// <summary>
    /// Whether that is for times that are numbers over aggregates only, and in rows the relation is searched. DuckDB's planner fails on subqueries that look at a row of
    /// joins by <c>IS NOT DISTINCT FROM</c>.
    /// </summary>
    public bool IsShiftOfNumbersOnly { get; init; }

    /// <summary>
    /// Whether statements have no named relations and no joins: rows are read from one table, once for every period, and what else they need stands in subqueries that a
    /// cluster answers once for all its servers.
    /// </summary>
    public bool IsFlat { get; init; }

    /// <summary>What this release does not say, with what it is called and what to do instead.</summary>
    public IReadOnlyDictionary<SqlConstruct, (string Words, string Remedy)> Refused { get; init; } = new Dictionary<SqlConstruct, (string, string)>();

    /// <summary>Whether aggregates take <c>FILTER</c>. Where they do not, a value that does not count is made NULL.</summary>
    public bool HasFilter { get; init; } = true;

    /// <summary>Truth values, and how they are joined: unknown and false is false, unknown or true is true.</summary>
    public string True { get; init; } = "TRUE";

    public string False { get; init; } = "FALSE";

    public string And { get; init; } = "({0} AND {1})";

    public string Or { get; init; } = "({0} OR {1})";

    public string Not { get; init; } = "(NOT {0})";

    /// <summary>A condition that is false where it is unknown.</summary>
    public string Surely { get; init; } = "coalesce({0}, FALSE)";

    /// <summary>A column {1} of a relation with an alias, as one of the columns selected: some engines keep the alias in its name where another relation has such a column.</summary>
    public string Selected { get; init; } = "{0}.{1}";

    /// <summary>A key of which NULL is a value like others, as one or more values that are never NULL.</summary>
    public string KeyOrNull { get; init; } = "{0}";

    /// <summary>All values of a group as an array, and whether a condition holds of an element <c>u</c> of one.</summary>
    public string Together { get; init; } = "list({0})";

    public string AnyOf { get; init; } = "(len(list_filter({0}, lambda u: {1})) > 0)";

    /// <summary>Whole numbers as an array; and the shift {0} of the last stretch that begins, by the array {1}, at a time {2} or before. Of engines without correlated subqueries.</summary>
    public string WholeArray { get; init; } = "[{0}]";

    public string ShiftAt { get; init; } = "({0})[len(list_filter({1}, lambda b: b <= {2}))]";

    /// <summary>Lines at the head of scripts: what whoever runs them has to see to.</summary>
    public IReadOnlyList<string> Cautions { get; init; } = [];

    /// <summary>Rows of whole numbers that stand in a statement: {0} columns with their types, {1} the rows. Null where a relation names its columns and <c>VALUES</c> is a relation.</summary>
    public string? TypedValues { get; init; }

    /// <summary>Such a column.</summary>
    public string TypedColumn { get; init; } = "{0} BIGINT";

    /// <summary>Behind what is ordered, where NULLs come last.</summary>
    public string NullsLast { get; init; } = " NULLS LAST";

    public string Double { get; init; } = "CAST({0} AS DOUBLE)";

    /// <summary>A whole number that may be held as a double or decimal; what is out of range may become anything, but is no error.</summary>
    public string BigInt { get; init; } = "CAST({0} AS BIGINT)";

    public string Whole { get; init; } = "CAST({0} AS HUGEINT)";

    /// <summary>A decimal with {1} digits, {2} of them behind the point.</summary>
    public string Decimal { get; init; } = "CAST({0} AS DECIMAL({1}, {2}))";

    /// <summary>The same for what may need all 38 digits, also on its way.</summary>
    public string WideDecimal { get; init; } = "CAST({0} AS DECIMAL({1}, {2}))";

    /// <summary>With how many digits the engine may compute decimals as they are: what needs more is made wide before.</summary>
    public int DigitsOfArithmetic { get; init; } = 18;

    public string FloorOfDecimal { get; init; } = "floor({0})";

    public string CeilingOfDecimal { get; init; } = "ceil({0})";

    /// <summary>A double to a whole double, half to even.</summary>
    public string RoundToEven { get; init; } = "round_even({0}, 0)";

    /// <summary>Arithmetic of doubles, which gives infinity where the result is too large. The quotient by 0 is NULL.</summary>
    public string RealSum { get; init; } = "({0} + {1})";

    public string RealDifference { get; init; } = "({0} - {1})";

    public string RealProduct { get; init; } = "({0} * {1})";

    public string RealQuotient { get; init; } = "({0} / NULLIF({1}, 0))";

    /// <summary>A double, NULL when it is not finite.</summary>
    public string Finite { get; init; } = "finite({0})";

    /// <summary>
    /// The sum of decimals whose total may have more than 38 digits: whole numbers in two halves, and what stands behind the point.
    /// NULL when the total is not below the bound {1}, which is less than the true one, {2}, by what doubles cannot tell. {3} is the scale, {4} the largest number there is.
    /// </summary>
    public string WideSum { get; init; } = "wide_sum({0}, {1})";

    /// <summary>Whether decimals have any number of digits, so that no sum of them is too long to be told.</summary>
    public bool HoldsAllDigits { get; init; }

    /// <summary>Exact arithmetic of operands with scales {3} and {4}, NULL where the result is not below the bound {2} or above the largest number {5} of its scale {6}, and whether that is so.</summary>
    public string SumWithin { get; init; } = "sum_within({0}, {1}, {2})";

    public string SumBeyond { get; init; } = "sum_beyond({0}, {1}, {2})";

    public string DifferenceWithin { get; init; } = "difference_within({0}, {1}, {2})";

    public string DifferenceBeyond { get; init; } = "difference_beyond({0}, {1}, {2})";

    public string ProductWithin { get; init; } = "product_within({0}, {1}, {2})";

    public string ProductBeyond { get; init; } = "product_beyond({0}, {1}, {2})";

    public string IsNotFinite { get; init; } = "(NOT isfinite({0}))";

    /// <summary>A decimal to a whole one, half to even.</summary>
    public string HalfToEven { get; init; } = "half_to_even({0})";

    /// <summary>Money in its smallest units, a double or {2} a whole number, times a double, rounded once to a whole number.</summary>
    public string MoneyTimesReal { get; init; } = "money_times_real({2}, {1})";

    /// <summary>
    /// Functions that the statements call, to be made once for each connection. The exact product of two doubles is a double and what its rounding
    /// leaves over (Dekker 1971), so that the last digit is rounded once; an amount that one double does not hold is two of them, and what their sum leaves
    /// over (Knuth 1969) decides between two whole numbers. A deviation of large numbers is that of the numbers scaled by a power of two,
    /// since the engine makes an error of what it cannot square.
    /// </summary>
    public IReadOnlyList<(string Name, string Sql)> Functions { get; init; } =
    [
        ("sum_beyond", "CREATE TEMP MACRO sum_beyond(a, b, bound) AS abs(CAST(a AS DOUBLE) + CAST(b AS DOUBLE)) >= bound"),
        ("sum_within", "CREATE TEMP MACRO sum_within(a, b, bound) AS CASE WHEN NOT sum_beyond(a, b, bound) THEN a + b END"),
        ("difference_beyond", "CREATE TEMP MACRO difference_beyond(a, b, bound) AS abs(CAST(a AS DOUBLE) - CAST(b AS DOUBLE)) >= bound"),
        ("difference_within", "CREATE TEMP MACRO difference_within(a, b, bound) AS CASE WHEN NOT difference_beyond(a, b, bound) THEN a - b END"),
        ("product_beyond", "CREATE TEMP MACRO product_beyond(a, b, bound) AS abs(CAST(a AS DOUBLE) * CAST(b AS DOUBLE)) >= bound"),
        ("product_within", "CREATE TEMP MACRO product_within(a, b, bound) AS CASE WHEN NOT product_beyond(a, b, bound) THEN a * b END"),
        ("finite", Once("finite(x)", "struct_pack(x := x)", "CASE WHEN isfinite(v.x) THEN v.x END")),
        ("wide_sum", """
            CREATE TEMP MACRO wide_sum(x, bound) AS
              CASE WHEN abs(CAST(sum(CAST(trunc(x) AS HUGEINT) // 1000000000000000000) AS DOUBLE) * 1e18) < bound
              THEN sum(CAST(trunc(x) AS HUGEINT) // 1000000000000000000) * 1000000000000000000 + sum(CAST(trunc(x) AS HUGEINT) % 1000000000000000000) + sum(x - trunc(x)) END
            """),
        ("deviation", """
            CREATE TEMP MACRO deviation(x) AS
              CASE WHEN coalesce(max(abs(x)), 0) < 1e150 THEN stddev_samp(CASE WHEN abs(x) < 1e150 THEN x END)
              WHEN stddev_samp(x * 2.409919865102884e-181) * sqrt(greatest(count(x) - 1, 0)) * 4.149515568880993e180 < 1.3407807929942596e154
              THEN stddev_samp(x * 2.409919865102884e-181) * 4.149515568880993e180 END
            """),
        ("half_to_even", Once("half_to_even(x)", "struct_pack(x := x)", "CASE WHEN v.x - floor(v.x) > 0.5 OR (v.x - floor(v.x) = 0.5 AND floor(v.x) % 2 <> 0) THEN floor(v.x) + 1 ELSE floor(v.x) END")),
        ("high_bits", "CREATE TEMP MACRO high_bits(x) AS (134217729e0 * x) - ((134217729e0 * x) - x)"),
        ("left_over", "CREATE TEMP MACRO left_over(a, b) AS ((high_bits(a) * high_bits(b) - a * b) + high_bits(a) * (b - high_bits(b)) + (a - high_bits(a)) * high_bits(b)) + (a - high_bits(a)) * (b - high_bits(b))"),
        ("money_times_real", """
            CREATE TEMP MACRO money_times_real(m, f) AS list_transform([struct_pack(m := m, f := f)],
              lambda a: list_transform([struct_pack(h := CAST(a.m // 1099511627776 AS DOUBLE) * 1099511627776e0, l := CAST(a.m % 1099511627776 AS DOUBLE), f := a.f)],
              lambda b: list_transform([struct_pack(h := b.h * b.f, ho := left_over(b.h, b.f), l := b.l * b.f, lo := left_over(b.l, b.f))],
              lambda c: list_transform([struct_pack(
                t := CAST(round_even(c.h, 0) AS HUGEINT) + CAST(round_even(c.ho, 0) AS HUGEINT) + CAST(round_even(c.l, 0) AS HUGEINT) + CAST(round_even(c.lo, 0) AS HUGEINT),
                x := (c.h - round_even(c.h, 0)) + (c.l - round_even(c.l, 0)), y := (c.ho - round_even(c.ho, 0)) + (c.lo - round_even(c.lo, 0)))],
              lambda d: list_transform([struct_pack(t := d.t + CAST(floor(d.x + d.y) AS HUGEINT), part := (d.x + d.y) - floor(d.x + d.y),
                left := (d.x - ((d.x + d.y) - ((d.x + d.y) - d.x))) + (d.y - ((d.x + d.y) - d.x)))],
              lambda e: CASE WHEN e.part > 0.5 OR (e.part = 0.5 AND (e.left > 0 OR (e.left = 0 AND e.t % 2 <> 0))) THEN e.t + 1 ELSE e.t END)[1])[1])[1])[1])[1]
            """),
    ];

    /// <summary>Folds A to Z only.</summary>
    public string LowerAscii { get; init; } = "translate({0}, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')";

    public string Contains { get; init; } = "contains({0}, {1})";

    public string StartsWith { get; init; } = "starts_with({0}, {1})";

    public string EndsWith { get; init; } = "suffix({0}, {1})";

    /// <summary>Whole division without remainder, or of numbers that are not negative.</summary>
    public string WholeQuotient { get; init; } = "({0} // {1})";

    /// <summary>Aggregates, NULL where there is nothing to aggregate.</summary>
    public string Sum { get; init; } = "sum({0})";

    public string SumOfWhole { get; init; } = "sum({0})";

    public string Min { get; init; } = "min({0})";

    public string Max { get; init; } = "max({0})";

    /// <summary>The sum of doubles, compensated. {1} is what holds of those that count, with a leading <c>FILTER</c>; here and below.</summary>
    public string SumOfDoubles { get; init; } = "fsum({0}){1}";

    /// <summary>All values in an order, from which one is taken by its place, counted from 1, or at the end.</summary>
    public string InOrder { get; init; } = "list({0} ORDER BY {1}){2}";

    public string At { get; init; } = "({0})[{1}]";

    public string AtEnd { get; init; } = "({0})[-1]";

    /// <summary>Interpolated at (n-1)p of doubles.</summary>
    public string Percentile { get; init; } = "quantile_cont({0}, {1}){2}";

    /// <summary>The sample standard deviation of doubles, NULL when it or the squares that it is made of are too large for a double.</summary>
    public string StandardDeviation { get; init; } = "deviation({0})";

    public string AnyTrue { get; init; } = "bool_or({0})";

    // A macro writes its arguments wherever it names them, so that nested calls grow without bound: the one argument of a lambda is written once.
    private static string Once(string head, string arguments, string body) => $"CREATE TEMP MACRO {head} AS list_transform([{arguments}], lambda v: {body})[1]";

    /// <summary>True; this release says it.</summary>
    /// <exception cref="SqlRefusal">It does not.</exception>
    public bool Require(SqlConstruct construct) => Refused.TryGetValue(construct, out var refused) ? throw new SqlRefusal(refused.Words, refused.Remedy) : true;

    /// <summary>A name in statements.</summary>
    public string NameOf(string name) => SqlText.Name(name, this);

    /// <summary>A text literal.</summary>
    /// <exception cref="SqlRefusal">Texts cannot have NUL there, and this one has.</exception>
    public string Text(string text) => HoldsNul || text.IndexOf('\0') < 0
        ? Fill(TextLiteral, SqlText.Quote(text, this))
        : throw new SqlRefusal($"a text with the character NUL, which {Name} does not hold,");

    /// <summary>A double literal.</summary>
    public string Real(double value) => Fill(DoubleLiteral, SqlText.Double(value));

    /// <summary>A pattern with its operands.</summary>
    public static string Fill(string pattern, params string[] operands)
    {
        var text = new StringBuilder(pattern.Length);
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '{' && i + 2 < pattern.Length && pattern[i + 2] == '}')
            {
                text.Append(operands[pattern[i + 1] - '0']);
                i += 2;
            }
            else
            {
                text.Append(pattern[i]);
            }
        }

        return text.ToString();
    }
}
