using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation;

/// <summary>
/// A run of rows that fits the cache, as kernels see it: rows <see cref="From"/> to <see cref="To"/> (excluded) of one table,
/// its columns, and the tables that its references lead to.
/// </summary>
public sealed class Block
{
    private readonly IRowTables tables;
    private static readonly int LastDay = Days.Of(DateOnly.MaxValue);
    private readonly IReadOnlyList<MemberTest> tests;
    private int day;
    private long dayStart = long.MaxValue;
    private long dayEnd = long.MinValue;

    internal Block(IRowTables tables, IReadOnlyList<MemberTest> tests, int from, int to)
    {
        this.tables = tables;
        this.tests = tests;
        From = from;
        To = to;
    }

    /// <summary>The first row.</summary>
    public int From { get; }

    /// <summary>The row behind the last.</summary>
    public int To { get; }

    /// <summary>The as-of instant in microseconds since 1970-01-01T00:00Z.</summary>
    public long AsOf => tables.AsOf;

    /// <summary>The table itself (no references), or the one that the references lead to.</summary>
    public DataFrame Table(params ReadOnlySpan<string> references) => tables.Table(references);

    /// <summary>For every row of the whole source table: its row in the table that the references lead to, -1 where a reference is missing.</summary>
    public ReadOnlySpan<int> Link(params scoped ReadOnlySpan<string> references) => tables.Link(references);

    /// <summary>Local date (days since 1970-01-01) of an instant in the product's zone.</summary>
    public int DateOf(long microseconds)
    {
        // Rows near each other mostly lie on one day.
        if (microseconds < dayStart || microseconds >= dayEnd)
        {
            day = tables.DateOf(microseconds);
            (dayStart, dayEnd) = (tables.StartOf(day), day == LastDay ? long.MaxValue : tables.StartOf(day + 1));
        }

        return day;
    }

    /// <summary>First instant (microseconds since 1970-01-01T00:00Z) of a local date in the product's zone.</summary>
    public long StartOf(int date) => tables.StartOf(date);

    /// <summary>Local hour, 0 to 23, of an instant in the product's zone.</summary>
    public int HourOf(long microseconds) => tables.HourOf(microseconds);

    /// <summary>Whether the row's entity is a member of the set of the test with that index; null when the row has no entity.</summary>
    /// <param name="index">The test among <see cref="Filter.Tests"/> or <see cref="RowValue.Tests"/>.</param>
    /// <param name="row">The row in the whole table, from <see cref="From"/> on.</param>
    public bool? Test(int index, int row) => tests[index].Contains(row);

    /// <summary>The same rows with the sets of a filter or value.</summary>
    internal Block With(IReadOnlyList<MemberTest> asked) => new(tables, asked, From, To);

    /// <summary>One row of the block, counted from its first.</summary>
    internal Block Row(int index) => new(tables, tests, From + index, From + index + 1);
}
