using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Calculation.Others;
using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation;

/// <summary>Whether a row is of a segment; missing where that is unknown.</summary>
/// <param name="name">The column's name.</param>
/// <param name="inside">The rows of the segment.</param>
/// <param name="outside">The rows that are known not to be of it.</param>
public sealed class SegmentColumn(string name, Selection inside, Selection outside) : DerivedColumn(name, inside.Source)
{
    internal override IEnumerable<(string Source, ColumnPath Path)> Entities => [];

    internal override Column Compute(BoundData data)
    {
        var (isInside, isOutside) = (SelectedRows.Of(data, inside), SelectedRows.Of(data, outside));
        var values = new bool[isInside.Length];
        var known = new Bitmap(isInside.Length);
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = isInside[row];
            known[row] = isInside[row] || isOutside[row];
        }

        return new ValueColumn<bool>(Name, new ColumnType(ColumnKind.Boolean), values, known);
    }
}
