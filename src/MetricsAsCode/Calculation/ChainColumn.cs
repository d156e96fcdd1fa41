using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Calculation.Others;
using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation;

/// <summary>A part of the chain that begins with each row.</summary>
/// <param name="name">The column's name.</param>
/// <param name="chain">The chains.</param>
/// <param name="part">Which part.</param>
/// <param name="step">The step, from 0, to which the elapsed time is asked for.</param>
public sealed class ChainColumn(string name, Chain chain, ChainPart part, int step) : DerivedColumn(name, chain.Steps[0].Rows.Source)
{
    internal override IEnumerable<(string Source, ColumnPath Path)> Entities => chain.Steps.Select(s => (s.Rows.Source, s.Entity));

    internal override Column Compute(BoundData data)
    {
        return part switch
        {
            ChainPart.Depth => new ValueColumn<long>(Name, new ColumnType(ColumnKind.Integer), Packed.Of(data.Walk(chain).Depths)),
            ChainPart.Elapsed => ValueColumn<long>.AsTheyAre(Name, new ColumnType(ColumnKind.Duration), data.Walk(chain).Elapsed(step), data.Walk(chain).Reached(step)),
            _ => new ValueColumn<bool>(Name, new ColumnType(ColumnKind.Boolean), IsOver(data)),
        };
    }

    /// <summary>The chains of which this is a part, and the step to which the time is asked for.</summary>
    internal (Chain Chain, int? Timed) Walks => (chain, part == ChainPart.Elapsed ? step : null);

    // Between dates the window is over when every day that may lie in it has ended.
    private bool[] IsOver(BoundData data)
    {
        var clock = new TimesOfRows(data, Source, chain.Steps[0].Rows.Time!, asInstants: !chain.CountsDays);
        var asOf = data.AsOf?.Microseconds ?? long.MinValue;
        return Ripeness.Of(clock, data[Source].RowCount, time =>
        {
            var end = (Int128)time + chain.Within;
            return chain.CountsDays ? IsOver(data, (end / TimeSpan.MicrosecondsPerDay) - (end < 0 && end % TimeSpan.MicrosecondsPerDay != 0 ? 1 : 0), asOf) : end <= asOf;
        });
    }

    private static bool IsOver(BoundData data, Int128 day, long asOf) =>
        day < Days.Of(DateOnly.MaxValue) && data.Calendar.StartOf(Days.Date((int)day + 1)).Microseconds <= asOf;
}
