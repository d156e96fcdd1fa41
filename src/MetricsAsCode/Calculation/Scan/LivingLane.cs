using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Data;
using MetricsAsCode.Time;

namespace MetricsAsCode.Calculation.Scan;

/// <summary>The rows of the block whose life is not over before an instant: it ends at the instant, later or never. Whether they have begun is for their time to say.</summary>
internal sealed class LivingLane : Lane
{
    private readonly ValueColumn<long>? instants;
    private readonly ValueColumn<int>? days;
    private readonly long bound;

    public LivingLane(SourceTable table, ColumnPath life, long instant, Calendar calendar)
    {
        var column = table.Column(life.Until ?? throw new InvalidOperationException($"`{life}` of `{table.Name}` is no life."));
        (instants, days) = (column as ValueColumn<long>, column as ValueColumn<int>);
        // `through` the day before is the same as `to` the day itself.
        bound = days is null ? instant : Days.FirstFrom(new Instant(instant), calendar) - (life.IsThrough ? 1 : 0);
    }

    /// <summary>Bits of the rows that live.</summary>
    public ulong[] Hits { get; } = new ulong[BlockWords];

    protected override void Compute(Block block)
    {
        Hits.AsSpan().Clear();
        var known = instants?.Known ?? days?.Known;
        for (var row = block.From; row < block.To; row++)
        {
            if ((known is not null && !known[row]) || (instants is not null ? instants[row] : days![row]) >= bound)
                Bits.Set(Hits, row - block.From);
        }
    }
}
