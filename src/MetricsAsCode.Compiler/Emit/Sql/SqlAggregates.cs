using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Emit.Sql;

/// <summary>One aggregate of SQL, and what it yields.</summary>
internal sealed record SqlItem(string Text, SqlValue Value);

/// <summary>Aggregates of the language as aggregates of SQL over values that may be NULL.</summary>
internal sealed class SqlAggregates(SqlDialect dialect, SqlArithmetic arithmetic)
{
    private const string Where = " FILTER (WHERE ";

    // So many rows are no table: what is left of 38 digits for a value's own.
    private const int DigitsOfCounts = 12;

    /// <summary>The aggregate of values that are not NULL.</summary>
    /// <param name="kind">Which one.</param>
    /// <param name="parameter">p of a percentile.</param>
    /// <param name="value">The value.</param>
    /// <param name="filter">What holds of the values that count, with a leading <c>FILTER</c>; empty for all.</param>
    public SqlItem Of(AggregateKind kind, decimal? parameter, SqlValue value, string filter)
    {
        if (!dialect.HasFilter && filter.Length > 0)
            return Of(kind, parameter, value with { Text = Counted(value.Text, filter) }, "");
        string real = value.Form == SqlForm.Exact ? arithmetic.AsDouble(value).Text : value.Text;
        return kind switch
        {
            AggregateKind.Count => new($"count({value.Text}){filter}", Count),
            AggregateKind.Sum when value.Form == SqlForm.Double => Real(SqlDialect.Fill(dialect.SumOfDoubles, value.Text, filter)),
            AggregateKind.Sum when value.Digits + DigitsOfCounts > SqlValue.MaxDigits => new(WideSum(value, filter), Sum(value) with { IsDecimal = true }),
            AggregateKind.Sum => new(SqlDialect.Fill(value.IsDecimal ? dialect.Sum : dialect.SumOfWhole, value.Text) + filter, Sum(value)),
            AggregateKind.Min => new(SqlDialect.Fill(dialect.Min, value.Text) + filter, value),
            AggregateKind.Max => new(SqlDialect.Fill(dialect.Max, value.Text) + filter, value),
            AggregateKind.Distinct => new($"count(DISTINCT {value.Text}){filter}", Count),
            AggregateKind.Median => Real(SqlDialect.Fill(dialect.Percentile, real, "0.5", filter)),
            AggregateKind.Percentile => Real(SqlDialect.Fill(dialect.Percentile, real, SqlText.Of(parameter!.Value), filter)),
            AggregateKind.StdDev when dialect.Require(SqlConstruct.Deviation) => Real(SqlDialect.Fill(dialect.StandardDeviation, Counted(real, filter))),
            AggregateKind.PercentileDisc when dialect.Require(SqlConstruct.Ordered) => new(Reaching(value.Text, parameter!.Value, filter), value),
            _ => throw Unexpected.Value(kind),
        };
    }

    /// <summary>The value at a place in an order, NULLs included.</summary>
    public SqlItem InOrder(AggregateKind kind, decimal? parameter, SqlValue value, string order, string filter)
    {
        dialect.Require(SqlConstruct.Ordered);
        string all = SqlDialect.Fill(dialect.InOrder, value.Text, order, filter);
        string text = kind switch
        {
            AggregateKind.First => SqlDialect.Fill(dialect.At, all, "1"),
            AggregateKind.Last => SqlDialect.Fill(dialect.AtEnd, all),
            AggregateKind.Nth => SqlDialect.Fill(dialect.At, all, SqlText.Of(parameter!.Value)),
            _ => throw Unexpected.Value(kind),
        };
        return new(text, value);
    }

    /// <summary>How many rows there are, or values that are known.</summary>
    /// <param name="value">The value; null for rows.</param>
    /// <param name="condition">What holds of those that count; empty for all.</param>
    public string CountOf(string? value, string condition) => dialect.HasFilter
        ? $"count({value ?? "*"}){(condition.Length == 0 ? "" : $" FILTER (WHERE {condition})")}"
        : condition.Length == 0 ? $"count({value})"
        : $"countIf({SqlDialect.Fill(dialect.Surely, $"({condition}){(value is null ? "" : $" AND {value} IS NOT NULL")}")})";

    private static SqlValue Count => new("", SqlForm.Exact, 0, DigitsOfCounts);

    private static SqlValue Sum(SqlValue value) => value with { Digits = Math.Min(SqlValue.MaxDigits, value.Digits + DigitsOfCounts), IsDecimal = value.IsDecimal };

    private string WideSum(SqlValue value, string filter)
    {
        dialect.Require(SqlConstruct.MoreThan38Digits);
        if (value.Scale + DigitsOfCounts > SqlValue.MaxDigits && !dialect.HoldsAllDigits)
            throw new SqlRefusal($"a sum of numbers with {value.Scale} digits behind the point");
        return SqlDialect.Fill(dialect.WideSum, Counted(value.Text, filter), SqlText.Double(Math.Pow(10, SqlValue.MaxDigits - value.Scale) * 0.999), $"1e{SqlText.Of(SqlValue.MaxDigits - value.Scale)}", SqlText.Of(value.Scale), SqlText.Largest(value.Scale));
    }

    // Patterns that read a value more than once take its filter inside.
    private static string Counted(string value, string filter) =>
        filter.Length == 0 ? value : $"CASE WHEN {filter.Substring(Where.Length, filter.Length - Where.Length - 1)} THEN {value} END";

    // The place is counted exactly: as decimals, not doubles.
    private string Reaching(string value, decimal p, string filter) => SqlDialect.Fill(
        dialect.At,
        SqlDialect.Fill(dialect.InOrder, value, value, Known(value, filter)),
        SqlDialect.Fill(dialect.BigInt, $"greatest(1, ceil(count({value}){filter} * {SqlValue.Number(p, dialect).Text}))"));

    private static string Known(string value, string filter) => filter.Length == 0
        ? $" FILTER (WHERE {value} IS NOT NULL)"
        : filter.Substring(0, filter.Length - 1) + $" AND {value} IS NOT NULL)";

    private static SqlItem Real(string text) => new(text, new SqlValue("", SqlForm.Double));
}
