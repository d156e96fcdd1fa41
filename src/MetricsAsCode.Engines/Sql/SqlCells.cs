using System.Globalization;
using MetricsAsCode.Calculation;
using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.Sql;

/// <summary>Values of a result as cells.</summary>
internal static class SqlCells
{
    /// <summary>A known value.</summary>
    public static Cell Of(object value, SqlColumn column) => column.Form switch
    {
        SqlForm.Exact => Cell.Of(ExactOf(value), column.IsMoney),
        SqlForm.Double => Cell.Of(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        SqlForm.Boolean => Cell.Of(value is bool truth ? truth : WholeOf(value) != 0),
        SqlForm.Text => Cell.Of((string)value),
        SqlForm.Date => Cell.OfDate((int)WholeOf(value)),
        SqlForm.Instant => Cell.OfTimestamp((long)WholeOf(value)),
        _ => throw new InvalidOperationException($"Unexpected form {column.Form}."),
    };

    public static long CountOf(IReadOnlyList<object?> row, SqlColumn column) => (long)WholeOf(row[column.Index] ?? 0L);

    /// <summary>Whether a row of the aggregate has overflowed.</summary>
    public static bool IsOverflown(IReadOnlyList<object?> row, SqlReading reading) => reading.Overflow is { } overflow && row[overflow.Index] is true;

    /// <summary>One reading of a row that the database has found; null stands for no row at all.</summary>
    public static Cell Read(IReadOnlyList<object?>? row, SqlReading reading, AggregateState state, AggregateKind kind, double parameter)
    {
        if (row is not null && IsOverflown(row, reading))
            return Cell.None(Reason.Overflow);
        long count = row is null ? 0 : CountOf(row, reading.Count);
        if (kind == AggregateKind.Count)
            return Cell.Of(count);
        var column = ColumnOf(reading, kind, parameter);
        object? value = row?[column.Index];
        if (state == AggregateState.Ordered)
            return InOrder(row is null ? 0 : CountOf(row, reading.Rows!), kind, parameter, value, column);
        return kind switch
        {
            AggregateKind.Sum when count == 0 => Zero(column),
            AggregateKind.Distinct => value is null ? Cell.Of(0L) : Of(value, column),
            AggregateKind.StdDev when count < 2 => Cell.None(count == 0 ? Reason.NoRows : Reason.TooFewRows),
            _ when count == 0 => Cell.None(Reason.NoRows),
            _ when value is null => Cell.None(Reason.Overflow),
            AggregateKind.Avg => Mean(Of(value, column), count),
            _ => Of(value, column),
        };
    }

    public static Cell Zero(SqlColumn column) => column.Form == SqlForm.Double ? Cell.Of(0.0) : Cell.Of(new Exact(0, column.Scale), column.IsMoney);

    /// <summary>A mean, rounded once.</summary>
    public static Cell Mean(in Cell sum, long count) => !sum.HasValue ? sum : sum.Kind == ValueKind.Exact ? Cell.Of(Exact.Divide(sum.Exact, count)) : Cell.Of(sum.Double / count);

    private static SqlColumn ColumnOf(SqlReading reading, AggregateKind kind, double parameter)
    {
        var wanted = Enum.Parse<Compiler.Binding.Model.AggregateKind>((kind == AggregateKind.Avg ? AggregateKind.Sum : kind).ToString());
        bool hasParameter = kind is AggregateKind.Percentile or AggregateKind.PercentileDisc or AggregateKind.Nth;
        return reading.Values[(wanted, hasParameter ? (decimal)parameter : null)];
    }

    private static Cell InOrder(long rows, AggregateKind kind, double parameter, object? value, SqlColumn column)
    {
        if (rows == 0 || (kind == AggregateKind.Nth && rows < (long)parameter))
            return Cell.None(Reason.NoRows);
        return value is null ? Cell.None(Reason.MissingValue) : Of(value, column);
    }

    private static Exact? ExactOf(object value) => value is Exact exact ? exact : Exact.Fit(WholeOf(value), 0);

    private static Int128 WholeOf(object value) => value switch
    {
        long whole => whole,
        Int128 wide => wide,
        Exact { Scale: 0 } exact => exact.Mantissa,
        _ => throw new InvalidOperationException($"{value} ({value.GetType().Name}) is no whole number."),
    };
}
