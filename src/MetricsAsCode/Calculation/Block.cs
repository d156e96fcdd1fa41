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
    private readonly LinkedCells? linked;
    private int day;
    private long dayStart = long.MaxValue;
    private long dayEnd = long.MinValue;

    internal Block(IRowTables tables, IReadOnlyList<MemberTest> tests, int from, int to, LinkedCells? linked = null)
    {
        this.tables = tables;
        this.tests = tests;
        this.linked = linked;
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

    /// <summary>The cells of a column that is not text, for the rows of the block.</summary>
    /// <param name="path">The reference columns to follow, then the column.</param>
    public Cells<T> Cells<T>(params ReadOnlySpan<string> path)
        where T : unmanaged
    {
        var column = Table(path[..^1]).Values<T>(path[^1]);
        if (path.Length > 1)
            return (linked ?? new LinkedCells()).Values(column, Link(path[..^1])[From..To], path, From);
        var known = column.Known is { } bits ? Bits.Slice(bits.Words, From, To) : [];
        return column.Values.IsWide
            ? new Cells<T>(column.Values.Wide[From..To], known)
            : new Cells<T>((linked ?? new LinkedCells()).Unpacked(column).At(From, To), known);
    }

    /// <summary>The cells of a text column for the rows of the block.</summary>
    /// <param name="path">The reference columns to follow, then the column.</param>
    public TextCells Texts(params ReadOnlySpan<string> path)
    {
        var column = Table(path[..^1]).Texts(path[^1]);
        if (path.Length > 1)
            return new TextCells(column, (linked ?? new LinkedCells()).Codes(column, Link(path[..^1])[From..To], path, From));
        var codes = column.Codes;
        return !codes.Bytes.IsEmpty ? new TextCells(column, codes.Bytes[From..To])
            : new TextCells(column, codes.IsWide ? codes.Wide[From..To] : (linked ?? new LinkedCells()).Codes(column, path, From, To));
    }

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

    /// <summary>The rows whose entity is known to be a member of a set, or known to be none.</summary>
    /// <param name="index">The test among <see cref="Filter.Tests"/>.</param>
    /// <param name="isMember">Which of both.</param>
    /// <param name="hits">Bit i stands for row <see cref="From"/> + i; all words are written.</param>
    public void Test(int index, bool isMember, Span<ulong> hits) => tests[index].Fill(From, To, isMember, hits);

    /// <summary>The same rows with the sets of a filter or value.</summary>
    internal Block With(IReadOnlyList<MemberTest> asked) => new(tables, asked, From, To, linked);

    /// <summary>One row of the block, counted from its first.</summary>
    internal Block Row(int index) => new(tables, tests, From + index, From + index + 1);
}
