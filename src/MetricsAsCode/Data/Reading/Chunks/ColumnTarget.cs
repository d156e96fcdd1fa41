namespace MetricsAsCode.Data.Reading.Chunks;

/// <summary>
/// A column while several threads write its rows: one array from the beginning, a little longer than the rows will be. What is never written
/// is never paid for: the system gives memory to a page when it is first touched.
/// </summary>
/// <param name="schema">The contract.</param>
/// <param name="capacity">The rows there is room for.</param>
internal abstract class ColumnTarget(ColumnSchema schema, int capacity)
{
    public ColumnSchema Schema { get; } = schema;

    public MissingBits Missing { get; } = new(capacity);

    /// <summary>The part of one thread.</summary>
    /// <param name="most">The rows that a batch may have.</param>
    public abstract ColumnFiller NewFiller(int most);

    /// <summary>The finished column; what was read is then let go, since a column keeps its values in fewer bytes.</summary>
    /// <param name="rows">Which thread read which rows.</param>
    public abstract Column Build(RowShares rows);
}

/// <summary>A column of fixed-width values.</summary>
internal sealed class ValueTarget<T>(ColumnSchema schema, int capacity, ValueRange<T>? range, Func<ValueTarget<T>, int, ColumnFiller> newFiller) : ColumnTarget(schema, capacity)
    where T : unmanaged, IComparable<T>
{
    public T[] Values { get; private set; } = GC.AllocateUninitializedArray<T>(capacity);

    public ValueRange<T>? Range { get; } = range;

    public override ColumnFiller NewFiller(int most) => newFiller(this, most);

    public override Column Build(RowShares rows)
    {
        var column = new ValueColumn<T>(Schema.Name, Schema.Type, Values, Missing.ToKnown(rows.RowCount), rows.RowCount);
        Values = [];
        return column;
    }
}
