using System.Runtime.CompilerServices;
using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Calculation.Others;
using MetricsAsCode.Data;
using MetricsAsCode.Time;

namespace MetricsAsCode.Calculation;

/// <summary>Whether the entity of a starting row has a returning row some units of the calendar later. The start's own unit is 0.</summary>
/// <param name="name">The column's name.</param>
/// <param name="starts">Who starts, and by their time when; other rows return nowhere.</param>
/// <param name="starter">Whose a starting row is.</param>
/// <param name="returns">The returning rows; they have a time.</param>
/// <param name="returner">Whose a returning row is.</param>
/// <param name="unit">Day, week or month.</param>
/// <param name="from">The first unit that counts.</param>
/// <param name="to">The last; null for no end.</param>
public sealed class ReturnColumn(string name, Selection starts, ColumnPath starter, Selection returns, ColumnPath returner, Grain unit, int from, int? to)
    : DerivedColumn(name, starts.Source)
{
    internal override IEnumerable<(string Source, ColumnPath Path)> Entities => [(starts.Source, starter), (returns.Source, returner)];

    internal override Column Compute(BoundData data)
    {
        var came = data.RunsOf(returns, [returner], returns.Time!, asInstants: true, []);
        var began = data.RunsOf(starts, [starter], starts.Time!, asInstants: true, []);
        var returned = new bool[data[Source].RowCount];
        Shares.Run(began.Count, Shares.Of(began.Count, data.Threads), (_, first, last) => Find(began, came, new UnitsOfTime(data.Calendar, unit), first, last, returned));
        return new ValueColumn<bool>(Name, new ColumnType(ColumnKind.Boolean), returned);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Find(RowRuns began, RowRuns came, UnitsOfTime units, int first, int last, bool[] returned)
    {
        for (var entity = first; entity < last; entity++)
        {
            foreach (var start in began.Of(entity))
                returned[start.Row] = HasReturn(came.Of(entity), units, units.At(start.Time));
        }
    }

    // The times are in order, so that the first in the unit or later decides.
    private bool HasReturn(ReadOnlySpan<TimedRow> rows, UnitsOfTime units, int start)
    {
        var (low, high) = (0, rows.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = units.At(rows[middle].Time) < (long)start + from ? (middle + 1, high) : (low, middle);
        }

        return low < rows.Length && (to is null || units.At(rows[low].Time) <= (long)start + to);
    }
}
