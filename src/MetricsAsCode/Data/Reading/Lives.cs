namespace MetricsAsCode.Data.Reading;

/// <summary>From when to when rows live, in the measure of their columns: microseconds, or days.</summary>
internal sealed class Lives(Column from, Column to, bool isThrough)
{
    /// <summary>Whether a row lives at any time at all.</summary>
    public bool IsLived(int row) => from.IsKnown(row) && Start(row) < End(row);

    public long Start(int row) => Of(from, row);

    /// <summary>The first moment behind the life.</summary>
    public long End(int row) => !to.IsKnown(row) ? long.MaxValue : Of(to, row) + (isThrough ? 1 : 0);

    /// <summary>In words, e.g. <c>from 2026-01-01 to 2026-02-01</c>.</summary>
    public string Show(int row) => $"from {from.Show(row)}" + (to.Show(row) is { } end ? $" {(isThrough ? "through" : "to")} {end}" : " on");

    private static long Of(Column column, int row) => column switch
    {
        ValueColumn<long> instants => instants[row],
        ValueColumn<int> days => days[row],
        _ => throw new InvalidOperationException($"Column `{column.Name}` is {column.Type}, which is no time."),
    };
}
