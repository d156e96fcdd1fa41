using MetricsAsCode.Data;
using MetricsAsCode.Time;

namespace MetricsAsCode.Calculation.Binding;

/// <summary>The rows of each key of a table with lifetimes, and when they live.</summary>
internal sealed class StateRows
{
    private readonly long[] from;
    private readonly long[] until;
    private readonly Dictionary<int, List<int>> rowsByFirst = [];

    private StateRows(long[] from, long[] until) => (this.from, this.until) = (from, until);

    public static StateRows Of(DataFrame frame, SourceSchema schema, Calendar calendar)
    {
        var life = schema.Lifetime ?? throw new InvalidOperationException($"The rows of `{schema.Name}` have no lifetime.");
        var rows = new StateRows(Instants(frame, life.From, 0, long.MaxValue, calendar), Instants(frame, life.To, life.IsThrough ? 1 : 0, long.MaxValue, calendar));
        // A reference is linked to the first row of its key.
        if (schema.Columns.Where(c => c.IsKey).Take(2).ToArray() is [var only] && frame.TryGet(only.Name, out var key))
        {
            var firsts = References.Link(frame, key!, frame, key!);
            for (var row = 0; row < firsts.Length; row++)
            {
                if (firsts[row] < 0)
                    continue;
                if (!rows.rowsByFirst.TryGetValue(firsts[row], out var same))
                    rows.rowsByFirst.Add(firsts[row], same = []);
                same.Add(row);
            }
        }

        return rows;
    }

    /// <summary>The row that lives at an instant among those with the key of a row; -1 for none, also at no instant.</summary>
    /// <param name="first">The key's first row.</param>
    /// <param name="instant">Microseconds; null is missing.</param>
    public int At(int first, long? instant)
    {
        if (instant is { } at)
        {
            foreach (var row in rowsByFirst[first])
            {
                if (from[row] <= at && at < until[row])
                    return row;
            }
        }

        return -1;
    }

    private static long[] Instants(DataFrame frame, string column, int daysLater, long missing, Calendar calendar)
    {
        var instants = new long[frame.RowCount];
        Array.Fill(instants, missing);
        if (!frame.TryGet(column, out var found))
            return instants;
        for (var row = 0; row < instants.Length; row++)
        {
            if (found!.IsKnown(row))
                instants[row] = found is ValueColumn<int> days ? calendar.StartOf(Days.Date(days[row]).AddDays(daysLater)).Microseconds : ((ValueColumn<long>)found)[row];
        }

        return instants;
    }
}
