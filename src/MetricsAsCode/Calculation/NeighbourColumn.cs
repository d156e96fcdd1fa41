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
    internal override IEnumerable<(string Source, ColumnPath Path)> Entities => by.Select(path => (Source, path));

    internal override Column Compute(BoundData data)
    {
        var values = GC.AllocateUninitializedArray<long>(data[Source].RowCount);
        if (Math.Abs((long)step) == 1)
            FillNearest(data, values);
        else
            FillFurther(data, values);
        var known = new Bitmap(values.Length);
        MaskKernel.Compare<long, IsNotEqual<long>>(values, NearestTimes.None, known.Words);
        return new ValueColumn<long>(Name, new ColumnType(ColumnKind.Duration), values, known);
    }

    private void FillNearest(BoundData data, long[] values)
    {
        var (entities, clock) = (EntityCodes.Of(data, Source, by), new TimesOfRows(data, Source, time, asInstants: false));
        var lost = new NearestTimes(data, entities, clock, isBackward: step > 0).Fill(among, values);
        if (lost.Any())
            Fill(data, RowRuns.Of(data, among, entities with { Only = lost }, clock, order), values);
    }

    private void FillFurther(BoundData data, long[] values)
    {
        values.AsSpan().Fill(NearestTimes.None);
        Fill(data, data.RunsOf(among, by, time, asInstants: false, order), values);
    }

    private void Fill(BoundData data, RowRuns runs, long[] values) =>
        Shares.Run(runs.Count, Shares.Of(runs.Count, data.Threads), (_, first, last) => Fill(runs, first, last, values));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(RowRuns runs, int first, int last, long[] values)
    {
        for (var entity = first; entity < last; entity++)
        {
            var rows = runs.Of(entity);
            for (var i = 0; i < rows.Length; i++)
            {
                var other = (long)i + step;
                values[rows[i].Row] = other >= 0 && other < rows.Length ? Math.Abs(rows[(int)other].Time - rows[i].Time) : NearestTimes.None;
            }
        }
    }
}
