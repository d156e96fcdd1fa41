using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation.Binding;

/// <summary>The order of a source's rows by its key columns: numbers by size, texts by UTF-8 bytes. Rows of a source without key are all equal.</summary>
internal sealed class KeyOrder(SourceTable table)
{
    private readonly Column[] keys = [.. table.KeyColumns().Select(name => table.Frame.TryGet(name, out var column) ? column : null).OfType<Column>()];

    public int Compare(int left, int right)
    {
        foreach (var key in keys)
        {
            var order = key switch
            {
                TextColumn c => c.Codes[left] == c.Codes[right] ? 0 : Utf8(c, left).SequenceCompareTo(Utf8(c, right)),
                ValueColumn<long> c => c[left].CompareTo(c[right]),
                ValueColumn<int> c => c[left].CompareTo(c[right]),
                ValueColumn<double> c => c[left].CompareTo(c[right]),
                ValueColumn<bool> c => c[left].CompareTo(c[right]),
                _ => throw new InvalidOperationException($"Column `{key.Name}` is {key.GetType().Name}, which has no order."),
            };
            if (order != 0)
                return order;
        }

        return 0;
    }

    private static ReadOnlySpan<byte> Utf8(TextColumn column, int row) => column.Codes[row] < 0 ? [] : column.Texts.Utf8(column.Codes[row]);
}
