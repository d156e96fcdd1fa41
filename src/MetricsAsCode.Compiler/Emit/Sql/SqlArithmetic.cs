using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Emit.Sql;

// 1. NULL is missing: every operator of SQL passes it on, but for least and greatest, which are written as comparisons.
// 2. Exact numbers are decimals of at most 38 digits. Where more could come out, the expression is guarded: it is NULL and the guard is known as an overflow.
// 3. A value of a row has one type. A number over aggregates may be exact for one entity and a double for another: where the two meet, the exact part is kept beside.
// 4. A quotient is that of two doubles which hold the whole numbers exactly, so that it is rounded once.

/// <summary>Operators and functions of the language in SQL, for values of rows and of entities alike.</summary>
internal sealed class SqlArithmetic(SqlDialect dialect, ISqlZone zone, bool tracksExactness)
{
    private const int MoneyDigits = 4;
    private const long MicrosecondsPerDay = 86_400_000_000;

    public SqlValue Apply(ArithmeticOperator op, SqlValue left, SqlValue right)
    {
        if (left.Form is SqlForm.Date or SqlForm.Instant || right.Form is SqlForm.Date or SqlForm.Instant)
            return OfTimes(op, left, right);
        if (op == ArithmeticOperator.Divide)
            return Divide(left, right);
        if (op == ArithmeticOperator.Multiply && left.Form != right.Form && (left.IsMoney || right.IsMoney))
            return left.IsMoney ? MoneyTimesReal(left, right) : MoneyTimesReal(right, left);
        if (left.Form == SqlForm.Double || right.Form == SqlForm.Double)
            return Real(op, left, right);
        var (scale, digits) = op == ArithmeticOperator.Multiply
            ? (left.Scale + right.Scale, left.Digits + right.Digits)
            : (Math.Max(left.Scale, right.Scale), Math.Max(left.Digits - left.Scale, right.Digits - right.Scale) + 1 + Math.Max(left.Scale, right.Scale));
        return Exact(op, left, right, scale, digits);
    }

    public SqlValue Negate(SqlValue operand) => operand.Constant is { } constant
        ? SqlValue.Number(-constant, dialect) with { IsMoney = operand.IsMoney }
        : operand with { ExactPart = operand.ExactPart is { } part ? Negate(part) : null, Text = $"(-{AsDecimal(operand).Text})", IsDecimal = operand.Form == SqlForm.Exact };

    public SqlValue Compare(Comparison op, SqlValue left, SqlValue right)
    {
        var (l, r) = Aligned(left, right);
        return new SqlValue($"({l.Text} {Sign(op)} {r.Text})", SqlForm.Boolean).With(l, r);
    }

    public SqlValue Logic(bool isOr, SqlValue left, SqlValue right) =>
        new SqlValue(SqlDialect.Fill(isOr ? dialect.Or : dialect.And, left.Text, right.Text), SqlForm.Boolean).With(left, right);

    public SqlValue Not(SqlValue operand) => new SqlValue(SqlDialect.Fill(dialect.Not, operand.Text), SqlForm.Boolean).With(operand);

    public SqlValue IsMissing(SqlValue operand) => new SqlValue($"({operand.Text} IS NULL)", SqlForm.Boolean).With(operand);

    public SqlValue In(SqlValue operand, IReadOnlyList<SqlValue> choices) => choices.Count == 0
        ? new SqlValue($"(CASE WHEN {operand.Text} IS NOT NULL THEN {dialect.False} END)", SqlForm.Boolean).With(operand)
        : choices.Select(c => Compare(Comparison.Equal, operand, c)).Aggregate((a, b) => Logic(true, a, b));

    /// <summary>An unknown condition takes the second. What would overflow in the branch that is not taken does not.</summary>
    public SqlValue If(SqlValue condition, SqlValue then, SqlValue otherwise)
    {
        var branches = Common([then, otherwise]);
        var exact = Exactly([then, otherwise], parts => $"(CASE WHEN {condition.Text} THEN {parts[0]} ELSE {parts[1]} END)");
        string text = $"(CASE WHEN {condition.Text} THEN {branches[0].Text} ELSE {branches[1].Text} END)";
        var overflows = condition.Overflows
            .Concat(branches[0].Overflows.Select(o => $"({condition.Text} AND {o})"))
            .Concat(branches[1].Overflows.Select(o => $"({condition.Text} IS NOT TRUE AND {o})"));
        return branches[0] with { Text = text, Constant = null, Overflows = [.. overflows], ExactPart = exact };
    }

    public SqlValue Call(ScalarFunction function, IReadOnlyList<SqlValue> arguments) => function switch
    {
        ScalarFunction.Coalesce => Coalesce(arguments),
        ScalarFunction.Lower => Filled(dialect.LowerAscii, SqlForm.Text, arguments),
        ScalarFunction.Contains => Filled(dialect.Contains, SqlForm.Boolean, arguments),
        ScalarFunction.StartsWith => Filled(dialect.StartsWith, SqlForm.Boolean, arguments),
        ScalarFunction.EndsWith => Filled(dialect.EndsWith, SqlForm.Boolean, arguments),
        ScalarFunction.Abs => arguments[0] with { Text = $"abs({AsDecimal(arguments[0]).Text})", IsDecimal = arguments[0].Form == SqlForm.Exact, Constant = null, ExactPart = arguments[0].ExactPart is { } part ? Call(function, [part]) : null },
        ScalarFunction.Min => arguments.Aggregate((a, b) => Extreme("<=", a, b)),
        ScalarFunction.Max => arguments.Aggregate((a, b) => Extreme(">=", a, b)),
        ScalarFunction.Round => Rounded(arguments[0]),
        ScalarFunction.Floor => Whole(arguments[0], "floor({0})", text => dialect.Require(SqlConstruct.Rounding) ? SqlDialect.Fill(dialect.FloorOfDecimal, text) : text),
        ScalarFunction.Ceil => Whole(arguments[0], "ceil({0})", text => dialect.Require(SqlConstruct.Rounding) ? SqlDialect.Fill(dialect.CeilingOfDecimal, text) : text),
        ScalarFunction.Sqrt => SquareRoot(AsDouble(arguments[0])),
        ScalarFunction.Hour => new SqlValue(zone.HourOf(AsInstant(arguments[0]).Text), SqlForm.Exact, 0, 2).With(arguments[0]),
        ScalarFunction.Weekday => new SqlValue($"(({AsDate(arguments[0]).Text} % 7 + 10) % 7 + 1)", SqlForm.Exact, 0, 1).With(arguments[0]),
        ScalarFunction.Date => AsDate(arguments[0]),
        _ => throw Unexpected.Value(function),
    };

    // Engines complain about a negative operand; here it has no value.
    private SqlValue SquareRoot(SqlValue operand) => !dialect.Require(SqlConstruct.RealArithmetic) ? operand : operand with
    {
        Text = $"sqrt(CASE WHEN {operand.Text} >= 0 THEN {operand.Text} END)",
        Constant = null,
        Overflows = operand.Overflows.Add($"{operand.Text} < 0"),
    };

    /// <summary>Numbers in one form: all doubles as soon as one is; a date beside a timestamp is its local midnight.</summary>
    public IReadOnlyList<SqlValue> Common(IReadOnlyList<SqlValue> values)
    {
        if (values.Any(v => v.Form == SqlForm.Double))
            return [.. values.Select(AsDouble)];
        if (values.Any(v => v.Form == SqlForm.Instant))
            return [.. values.Select(AsInstant)];
        if (values.Any(v => v.Form != SqlForm.Exact))
            return values;
        return AtOneScale(values);
    }

    // Engines round where decimals of different types meet in one: they are brought to one type before.
    private SqlValue[] AtOneScale(IReadOnlyList<SqlValue> values)
    {
        bool isMoney = values.Any(v => v.IsMoney);
        if (values.All(v => v.Scale == 0 && !v.IsDecimal))
            return [.. values.Select(v => v with { Digits = values.Max(o => o.Digits), IsMoney = isMoney })];
        int scale = values.Max(v => v.Scale);
        return [.. values.Select(v => AtScale(v, scale) with { IsMoney = isMoney, Digits = Math.Min(SqlValue.MaxDigits, values.Max(o => o.Digits - o.Scale) + scale) })];
    }

    private SqlValue AtScale(SqlValue value, int scale)
    {
        var wide = value with { Text = Wide(value.Text, scale), Scale = scale, IsDecimal = true, Constant = null };
        if (value.Digits - value.Scale + scale <= SqlValue.MaxDigits)
            return wide;
        dialect.Require(SqlConstruct.MoreThan38Digits);
        string guard = $"(abs({AsDouble(value).Text}) >= {SqlText.Double(Math.Pow(10, SqlValue.MaxDigits - scale))})";
        return wide with { Text = $"(CASE WHEN NOT {guard} THEN {wide.Text} END)", Overflows = value.Overflows.Add(guard) };
    }

    public SqlValue AsDouble(SqlValue value) => value.Form switch
    {
        SqlForm.Double => value,
        SqlForm.Exact when value.Constant is { } constant => new SqlValue($"({dialect.Real((double)constant)})", SqlForm.Double),
        SqlForm.Exact => new SqlValue(SqlDialect.Fill(dialect.Double, value.Text), SqlForm.Double).With(value),
        _ => throw Unexpected.Node(value),
    };

    /// <summary>A whole number as a decimal, whose arithmetic has 38 digits.</summary>
    public SqlValue AsDecimal(SqlValue value) => value.Form != SqlForm.Exact || value.IsDecimal
        ? value
        : value with { Text = Decimal(value.Text, Math.Min(SqlValue.MaxDigits, Math.Max(value.Digits, 1)), 0), IsDecimal = true, Constant = null };

    private SqlValue Wide(SqlValue value) => value with { Text = Wide(value.Text, value.Scale), IsDecimal = true, Constant = null };

    public SqlValue AsInstant(SqlValue time) => time switch
    {
        { Form: SqlForm.Date, Constant: { } day } => new SqlValue(zone.StartOf((int)day), SqlForm.Instant),
        { Form: SqlForm.Date } => new SqlValue(zone.StartOf(time.Text), SqlForm.Instant).With(time),
        _ => time,
    };

    public SqlValue AsDate(SqlValue time) => time.Form == SqlForm.Instant ? new SqlValue(zone.DateOf(time.Text), SqlForm.Date).With(time) : time;

    private SqlValue Exact(ArithmeticOperator op, SqlValue left, SqlValue right, int scale, int digits)
    {
        if (scale > SqlValue.MaxDigits)
            throw new SqlRefusal($"a product with {scale} digits behind the point");
        // An engine may compute decimals of up to 18 digits in 64 bits and let them overflow: what needs more is made wide first.
        var l = digits > dialect.DigitsOfArithmetic ? Wide(left) : AsDecimal(left);
        var r = right.IsDecimal || right.Constant is null ? AsDecimal(right) : right;
        var result = new SqlValue($"({l.Text} {Sign(op)} {r.Text})", SqlForm.Exact, scale, Math.Min(digits, SqlValue.MaxDigits), left.IsMoney || right.IsMoney) { IsDecimal = true }.With(left, right);
        if (digits <= SqlValue.MaxDigits)
            return result;
        dialect.Require(SqlConstruct.MoreThan38Digits);
        string bound = SqlText.Double(Math.Pow(10, SqlValue.MaxDigits - scale));
        var (value, overflow) = op switch
        {
            ArithmeticOperator.Add => (dialect.SumWithin, dialect.SumBeyond),
            ArithmeticOperator.Subtract => (dialect.DifferenceWithin, dialect.DifferenceBeyond),
            ArithmeticOperator.Multiply => (dialect.ProductWithin, dialect.ProductBeyond),
            _ => throw Unexpected.Value(op),
        };
        string[] operands = [l.Text, r.Text, bound, SqlText.Of(left.Scale), SqlText.Of(right.Scale), SqlText.Largest(scale), SqlText.Of(scale)];
        return result with { Text = SqlDialect.Fill(value, operands), Overflows = result.Overflows.Add(SqlDialect.Fill(overflow, operands)) };
    }

    private SqlValue Divide(SqlValue left, SqlValue right)
    {
        dialect.Require(SqlConstruct.RealArithmetic);
        int scale = Math.Max(left.Scale, right.Scale);
        bool areWhole = left.Form == SqlForm.Exact && right.Form == SqlForm.Exact && Math.Max(left.Digits, right.Digits) + scale <= SqlValue.MaxDigits;
        var (l, r) = areWhole && scale > 0 ? (AsDouble(Shifted(left, scale)), AsDouble(Shifted(right, scale))) : (AsDouble(left), AsDouble(right));
        return Finite(SqlDialect.Fill(dialect.RealQuotient, l.Text, r.Text)).With(left, right);
    }

    // Over aggregates each step has a value or has none; of a row it is known that it overflows.
    private SqlValue Finite(string text) => tracksExactness
        ? new SqlValue(SqlDialect.Fill(dialect.Finite, text), SqlForm.Double)
        : new SqlValue(text, SqlForm.Double) { Overflows = [SqlDialect.Fill(dialect.IsNotFinite, text)] };

    // Times a power of ten: a whole number that a double holds exactly up to 2^53.
    private SqlValue Shifted(SqlValue value, int scale) => value.Constant is { } constant
        ? SqlValue.Number(constant * (decimal)Math.Pow(10, scale), dialect)
        : value with { Text = $"({Wide(value).Text} * {SqlValue.Number((decimal)Math.Pow(10, scale), dialect).Text})", IsDecimal = true };

    private SqlValue MoneyTimesReal(SqlValue money, SqlValue factor)
    {
        dialect.Require(SqlConstruct.MoneyTimesReal);
        int scale = money.Scale + MoneyDigits;
        if (scale > SqlValue.MaxDigits)
            throw new SqlRefusal($"money with {money.Scale} digits behind the point times a number");
        string whole = SqlDialect.Fill(dialect.Whole, Shifted(AsDecimal(money), scale).Text);
        string units = SqlDialect.Fill(dialect.Double, whole);
        string factorText = AsDouble(factor).Text;
        string product = SqlDialect.Fill(dialect.RealProduct, units, factorText);
        string guard = $"(abs{(product[0] == '(' ? product : $"({product})")} >= 1e38)";
        string exact = SqlDialect.Fill(dialect.MoneyTimesReal, units, factorText, whole);
        string text = $"(CASE WHEN NOT {guard} THEN {Wide(exact, 0)} * {Decimal(SmallestOf(scale), Math.Max(scale, 1), scale)} END)";
        return new SqlValue(text, SqlForm.Exact, scale, SqlValue.MaxDigits, true) { IsDecimal = true, Overflows = [guard] }.With(money, factor);
    }

    private string SmallestOf(int scale)
    {
        string text = scale == 0 ? "1" : "0." + new string('0', scale - 1) + "1";
        return SqlDialect.Fill(dialect.DecimalLiteral, text, SqlText.Of(scale), text);
    }

    private SqlValue OfTimes(ArithmeticOperator op, SqlValue left, SqlValue right)
    {
        if (left.Form == SqlForm.Date && right.Form == SqlForm.Date)
            return new SqlValue($"(({left.Text} - {right.Text}) * {SqlText.Of(MicrosecondsPerDay)})", SqlForm.Exact, 0, 18).With(left, right);
        if (left.Form is SqlForm.Date or SqlForm.Instant && right.Form is SqlForm.Date or SqlForm.Instant)
            return new SqlValue($"({AsInstant(left).Text} - {AsInstant(right).Text})", SqlForm.Exact, 0, 18).With(left, right);
        dialect.Require(SqlConstruct.TimeArithmetic);
        var (time, duration) = left.Form is SqlForm.Date or SqlForm.Instant ? (left, right) : (right, left);
        var shift = op == ArithmeticOperator.Subtract ? Negate(duration) : duration;
        string whole = Rounded(shift with { ExactPart = null }).Text;
        string at = $"({SqlDialect.Fill(dialect.Double, AsInstant(time).Text)} + {whole})";
        string guard = $"({at} NOT BETWEEN -62135596800000000 AND 253402300799999999)";
        return new SqlValue($"(CASE WHEN NOT {guard} THEN {AsInstant(time).Text} + {SqlDialect.Fill(dialect.BigInt, whole)} END)", SqlForm.Instant) { Overflows = [guard] }.With(time, shift);
    }

    private (SqlValue Left, SqlValue Right) Aligned(SqlValue left, SqlValue right)
    {
        if (left.Form == SqlForm.Exact && right.Form == SqlForm.Exact)
        {
            // A constant is of a type of its own, which fits beside any other.
            if (left.Scale == right.Scale || (left.Constant ?? right.Constant) is not null && Math.Max(left.Digits - left.Scale, right.Digits - right.Scale) + Math.Max(left.Scale, right.Scale) <= SqlValue.MaxDigits)
                return (left, right);
            var both = AtOneScale([left, right]);
            return (both[0], both[1]);
        }

        if (left.Form == right.Form)
            return (left, right);
        if (left.Form is SqlForm.Date or SqlForm.Instant)
            return (AsInstant(left), AsInstant(right));
        return (AsDouble(left), AsDouble(right));
    }

    private SqlValue Coalesce(IReadOnlyList<SqlValue> arguments)
    {
        var values = Common(arguments);
        var exact = Exactly(arguments, parts => $"(CASE {string.Concat(parts.Select((part, i) => $"WHEN {arguments[i].Text} IS NOT NULL THEN {part} "))}END)");
        // What stands behind a known value is not asked for.
        var overflows = values.SelectMany((value, i) => value.Overflows.Select(o => string.Concat(values.Take(i).Select(v => $"{v.Text} IS NULL AND ")) + o)).Select(o => $"({o})");
        return values[0] with { Text = $"coalesce({string.Join(", ", values.Select(v => v.Text))})", Constant = null, ExactPart = exact, Overflows = [.. overflows] };
    }

    private SqlValue Extreme(string sign, SqlValue left, SqlValue right)
    {
        var both = Common([left, right]);
        var (a, b) = (both[0].Text, both[1].Text);
        string Chosen(string first, string second) => $"(CASE WHEN {a} {sign} {b} THEN {first} WHEN {a} IS NOT NULL THEN {second} END)";
        var exact = Exactly([left, right], parts => Chosen(parts[0], parts[1]));
        return (both[0] with { Text = Chosen(a, b), Constant = null, ExactPart = exact }).With(left, right);
    }

    // The exact part of a choice between doubles and exact numbers; null where it is not asked for or all are of one kind.
    private SqlValue? Exactly(IReadOnlyList<SqlValue> values, Func<IReadOnlyList<string>, string> choose)
    {
        bool areMixed = values.Any(v => v.Form == SqlForm.Double) && values.Any(v => v.Form == SqlForm.Exact || v.ExactPart is not null);
        if (!tracksExactness || !areMixed)
            return null;
        SqlValue?[] parts = [.. values.Select(v => v.Form == SqlForm.Exact ? v : v.ExactPart)];
        var common = Common([.. parts.OfType<SqlValue>()]);
        int next = 0;
        string[] texts = [.. parts.Select(p => p is null ? "NULL" : common[next++].Text)];
        return common[0] with { Text = choose(texts), Constant = null, ExactPart = null };
    }

    private SqlValue Real(ArithmeticOperator op, SqlValue left, SqlValue right)
    {
        dialect.Require(SqlConstruct.RealArithmetic);
        string pattern = op switch
        {
            ArithmeticOperator.Add => dialect.RealSum,
            ArithmeticOperator.Subtract => dialect.RealDifference,
            ArithmeticOperator.Multiply => dialect.RealProduct,
            _ => throw Unexpected.Value(op),
        };
        var result = Finite(SqlDialect.Fill(pattern, AsDouble(left).Text, AsDouble(right).Text)).With(left, right);
        if (left.ExactPart is null && right.ExactPart is null)
            return result;
        if (op == ArithmeticOperator.Multiply && left.ExactPart is { IsMoney: true } && right.Form == SqlForm.Double)
            return TimesMoney(result, left.ExactPart, right);
        if (op == ArithmeticOperator.Multiply && right.ExactPart is { IsMoney: true } && left.Form == SqlForm.Double)
            return TimesMoney(result, right.ExactPart, left);
        var (l, r) = (left.Form == SqlForm.Exact ? left : left.ExactPart, right.Form == SqlForm.Exact ? right : right.ExactPart);
        return l is not null && r is not null ? result with { ExactPart = Apply(op, l, r) } : result;
    }

    // A double that may stand for an amount, times a double: an amount where it does.
    private SqlValue TimesMoney(SqlValue product, SqlValue money, SqlValue factor)
    {
        if (factor.ExactPart is not null)
            throw new SqlRefusal("a product of money and a number each of which is exact for some entities and a quotient for others");
        return Either(money, MoneyTimesReal(money, factor), product);
    }

    // What is made of the exact part where there is one, else of the double.
    private SqlValue Either(SqlValue part, SqlValue exactly, SqlValue real) =>
        real.With(exactly) with { Text = $"(CASE WHEN {part.Text} IS NOT NULL THEN {AsDouble(exactly).Text} ELSE {real.Text} END)", ExactPart = exactly };

    private SqlValue Whole(SqlValue operand, string ofDouble, Func<string, string> ofExact) => operand switch
    {
        { Form: SqlForm.Double, ExactPart: { } part } => Either(part, Whole(part, ofDouble, ofExact), operand with { Text = SqlDialect.Fill(ofDouble, operand.Text), ExactPart = null }),
        { Form: SqlForm.Double } => operand with { Text = SqlDialect.Fill(ofDouble, operand.Text) },
        { Scale: 0 } => operand,
        _ => operand with { Text = ofExact(operand.Text), Scale = 0, Digits = Math.Max(1, operand.Digits - operand.Scale + 1), Constant = null },
    };

    private SqlValue Rounded(SqlValue operand) => operand is { Form: SqlForm.Exact, Scale: 0 } || !dialect.Require(SqlConstruct.Rounding)
        ? operand
        : Whole(operand, dialect.RoundToEven, text => SqlDialect.Fill(dialect.HalfToEven, text));

    private SqlValue Filled(string pattern, SqlForm form, IReadOnlyList<SqlValue> operands) =>
        new SqlValue(SqlDialect.Fill(pattern, [.. operands.Select(o => o.Text)]), form).With([.. operands]);

    private string Wide(string text, int scale) => SqlDialect.Fill(dialect.WideDecimal, text, SqlText.Of(SqlValue.MaxDigits), SqlText.Of(scale));

    private string Decimal(string text, int digits, int scale) => SqlDialect.Fill(dialect.Decimal, text, SqlText.Of(digits), SqlText.Of(scale));

    private static string Sign(ArithmeticOperator op) => op switch
    {
        ArithmeticOperator.Add => "+",
        ArithmeticOperator.Subtract => "-",
        ArithmeticOperator.Multiply => "*",
        ArithmeticOperator.Divide => "/",
        _ => throw Unexpected.Value(op),
    };

    private static string Sign(Comparison op) => op switch
    {
        Comparison.Equal => "=",
        Comparison.NotEqual => "<>",
        Comparison.Less => "<",
        Comparison.LessOrEqual => "<=",
        Comparison.Greater => ">",
        Comparison.GreaterOrEqual => ">=",
        _ => throw Unexpected.Value(op),
    };
}
