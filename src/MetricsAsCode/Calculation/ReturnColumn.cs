using System.Runtime.CompilerServices;
using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Calculation.Others;
using MetricsAsCode.Data;
using MetricsAsCode.Kernels;
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
        var (selected, entities) = (SelectedRows.Of(data, starts), EntityCodes.Of(data, Source, [starter]));
        var clock = new TimesOfRows(data, Source, starts.Time!, asInstants: true);
        var returned = new bool[data[Source].RowCount];
        Shares.Run(returned.Length, Shares.Of(returned.Length, data.Threads), (_, from, to) =>
            Find(new EntityBlocks(selected, entities, clock, from, to), came, new UnitsOfTime(data.Calendar, unit), returned));
        return new ValueColumn<bool>(Name, new ColumnType(ColumnKind.Boolean), returned);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Find(EntityBlocks blocks, RowRuns came, UnitsOfTime units, bool[] returned)
    {
        while (blocks.Next())
        {
            foreach (var row in new SetBits(blocks.Selected))
            {
                if (blocks.Codes[row] is >= 0 and var code)
                    returned[blocks.Start + row] = HasReturn(came.Of(code), units, units.At(blocks.Times[row]));
            }
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
