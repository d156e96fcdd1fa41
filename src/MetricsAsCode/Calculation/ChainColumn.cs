using MetricsAsCode.Calculation.Binding;
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
        var walked = data.Walk(chain);
        return part switch
        {
            ChainPart.Depth => new ValueColumn<long>(Name, new ColumnType(ColumnKind.Integer), walked.Depth),
            ChainPart.Elapsed => new ValueColumn<long>(Name, new ColumnType(ColumnKind.Duration), walked.Elapsed[step], walked.Reached[step]),
            _ => new ValueColumn<bool>(Name, new ColumnType(ColumnKind.Boolean), walked.Mature),
        };
    }
}
