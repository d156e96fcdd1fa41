using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation;

/// <summary>
/// A run of rows that fits the cache, as kernels see it: rows <see cref="From"/> to <see cref="To"/> (excluded) of one table,
/// its columns, and the tables that its references lead to.
/// </summary>
public sealed class Block
{
    private readonly IRowTables tables;
    private readonly IReadOnlyList<MemberTest> tests;

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
    public int DateOf(long microseconds) => tables.DateOf(microseconds);

    /// <summary>First instant (microseconds since 1970-01-01T00:00Z) of a local date in the product's zone.</summary>
    public long StartOf(int date) => tables.StartOf(date);

    /// <summary>Local hour, 0 to 23, of an instant in the product's zone.</summary>
    public int HourOf(long microseconds) => tables.HourOf(microseconds);

    /// <summary>Whether the row's entity is a member of the set of the filter's test with that index; null when the row has no entity.</summary>
    public bool? Test(int index, int row) => tests[index].Contains(row);
}

/// <summary>What a block asks of the engine: one table with all that its references lead to.</summary>
internal interface IRowTables
{
    long AsOf { get; }

    DataFrame Table(scoped ReadOnlySpan<string> references);

    ReadOnlySpan<int> Link(scoped ReadOnlySpan<string> references);

    int DateOf(long microseconds);

    long StartOf(int date);

    int HourOf(long microseconds);
}

/// <summary>A set and the entity code of each row: whether the row's entity is in the set.</summary>
internal sealed class MemberTest(int[] codes, Bitmap members)
{
    public bool? Contains(int row) => codes[row] < 0 ? null : members[codes[row]];
}
