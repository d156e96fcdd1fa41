using System.Runtime.CompilerServices;
using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Calculation.Others;
using MetricsAsCode.Data;
using MetricsAsCode.Kernels;

namespace MetricsAsCode.Calculation;

/// <summary>The time between a row and a neighbouring one, in microseconds; missing at the ends. Between dates lie calendar days of 24 hours.</summary>
/// <param name="name">The column's name.</param>
/// <param name="among">The rows among which neighbours are; a row that is none of them has none.</param>
/// <param name="time">What orders rows: a date or a timestamp.</param>
/// <param name="by">Columns that must be equal; a row where one is missing has no neighbour.</param>
/// <param name="step">How many places away the neighbour is: positive for later rows, negative for earlier ones.</param>
/// <param name="order">Columns that put rows at one instant in order.</param>
public sealed class NeighbourColumn(string name, Selection among, ColumnPath time, IReadOnlyList<ColumnPath> by, int step, IReadOnlyList<string> order)
    : DerivedColumn(name, among.Source)
{
    // No time between rows is negative.
    private const long None = -1;

    internal override IEnumerable<(string Source, ColumnPath Path)> Entities => by.Select(path => (Source, path));

    internal override Column Compute(BoundData data)
    {
        var runs = data.RunsOf(among, by, time, asInstants: false, order);
        var values = GC.AllocateUninitializedArray<long>(data[Source].RowCount);
        values.AsSpan().Fill(None);
        Shares.Run(runs.Count, Shares.Of(runs.Count, data.Threads), (_, first, last) => Fill(runs, first, last, values));
        var known = new Bitmap(values.Length);
        MaskKernel.Compare<long, IsNotEqual<long>>(values, None, known.Words);
        return ValueColumn<long>.AsTheyAre(Name, new ColumnType(ColumnKind.Duration), values, known);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(RowRuns runs, int first, int last, long[] values)
    {
        for (var entity = first; entity < last; entity++)
        {
            var rows = runs.Of(entity);
            for (var i = Math.Max(0, -step); i < Math.Min((long)rows.Length, rows.Length - (long)step); i++)
                values[rows[i].Row] = Math.Abs(rows[i + step].Time - rows[i].Time);
        }
    }
}
