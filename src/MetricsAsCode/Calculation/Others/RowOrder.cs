using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation.Others;

/// <summary>Which of two rows comes first by some columns: numbers by size, text by its UTF-8 bytes, missing last. A column that a partial table leaves out decides nothing.</summary>
internal sealed class RowOrder(DataFrame frame, IReadOnlyList<string> columns)
{
    private readonly Column[] columns = [.. columns.Select(name => frame.TryGet(name, out var column) ? column : null).OfType<Column>()];

    public int Compare(int left, int right)
    {
        foreach (var column in columns)
        {
            var (isLeft, isRight) = (column.IsKnown(left), column.IsKnown(right));
            var order = isLeft && isRight ? Compare(column, left, right) : isRight.CompareTo(isLeft);
            if (order != 0)
                return order;
        }

        return 0;
    }

    private static int Compare(Column column, int left, int right) => column switch
    {
        TextColumn c => c.Codes[left] == c.Codes[right] ? 0 : c.Texts.Utf8(c.Codes[left]).SequenceCompareTo(c.Texts.Utf8(c.Codes[right])),
        ValueColumn<long> c => c[left].CompareTo(c[right]),
        ValueColumn<int> c => c[left].CompareTo(c[right]),
        ValueColumn<double> c => c[left].CompareTo(c[right]),
        ValueColumn<bool> c => c[left].CompareTo(c[right]),
        _ => throw new InvalidOperationException($"Column `{column.Name}` is {column.GetType().Name}, which has no order."),
    };
}
