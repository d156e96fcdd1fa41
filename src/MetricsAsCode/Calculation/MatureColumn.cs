using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Calculation.Others;
using MetricsAsCode.Data;
using MetricsAsCode.Time;

namespace MetricsAsCode.Calculation;

/// <summary>Whether a unit of the calendar after a row's own is over by the as-of, or has begun before it.</summary>
/// <param name="name">The column's name.</param>
/// <param name="rows">The rows; they have a time.</param>
/// <param name="unit">Day, week or month.</param>
/// <param name="offset">How many units after the row's own.</param>
/// <param name="begun">Whether it is enough that the unit has begun.</param>
public sealed class MatureColumn(string name, Selection rows, Grain unit, int offset, bool begun) : DerivedColumn(name, rows.Source)
{
    internal override IEnumerable<(string Source, ColumnPath Path)> Entities => [];

    internal override Column Compute(BoundData data)
    {
        var units = new UnitsOfTime(data.Calendar, unit);
        var asOf = data.AsOf!.Value.Microseconds;
        // The first unit that is not over, and the last that has begun.
        long reached = begun ? units.At(asOf - 1) : units.At(asOf) - 1;
        var clock = new TimesOfRows(data, Source, rows.Time!, asInstants: true);
        var mature = Ripeness.Of(clock, data[Source].RowCount, time => units.At(time) + (long)offset <= reached);
        return new ValueColumn<bool>(Name, new ColumnType(ColumnKind.Boolean), mature);
    }
}
