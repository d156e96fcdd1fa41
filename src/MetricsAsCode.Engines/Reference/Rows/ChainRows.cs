using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines.Reference.Numbers;
using MetricsAsCode.Engines.Reference.Tables;

namespace MetricsAsCode.Engines.Reference.Rows;

// "For each entity and each first-step row: the earliest row of the next step not yet used in this chain at or after the previous one (ties by key),
// no backtracking, while not later than entry + window (the end included; `1 day` is 24 hours)."

/// <summary>The chains of a funnel, one from each row of its first step.</summary>
internal sealed class ChainRows(ReferenceData data, OtherRows others)
{
    public Scalar?[] Of(RowChain node)
    {
        var steps = node.Chain.Steps;
        bool countsDays = steps.All(s => s.Rows.Time!.Type.Kind == ScalarKind.Date);
        var candidates = steps.Select(CandidatesOf).ToList();
        var entries = Enumerable.Range(0, data.RowCount(steps[0].Rows.Source));
        return node.Part == ChainPart.Mature
            ? [.. entries.Select(row => Scalar.Of(IsClosed(data.Value(steps[0].Rows.Time!, row), node.Chain.Within, countsDays)))]
            : [.. entries.Select(row => PartOf(node, candidates[0].Contains(row) ? Chain(node.Chain, candidates, row) : []))];
    }

    private Scalar? PartOf(RowChain node, IReadOnlyList<(SourceSymbol Source, int Row, Scalar Time)> chain) => node.Part switch
    {
        ChainPart.Depth => Scalar.Of((long)chain.Count),
        _ => node.Step < chain.Count ? data.Clock.Between(chain[0].Time, chain[node.Step].Time) : null,
    };

    private List<(SourceSymbol Source, int Row, Scalar Time)> Chain(FunnelChain funnel, List<List<int>> candidates, int entry)
    {
        var steps = funnel.Steps;
        var entity = EntityOf(steps[0], entry);
        var chain = new List<(SourceSymbol Source, int Row, Scalar Time)> { (steps[0].Rows.Source, entry, TimeOf(steps[0], entry)) };
        for (int i = 1; i < steps.Count; i++)
        {
            var step = steps[i];
            var next = candidates[i]
                .Where(row => Equals(EntityOf(step, row), entity) && !chain.Exists(c => ReferenceEquals(c.Source, step.Rows.Source) && c.Row == row))
                .Where(row => Between(chain[^1].Time, TimeOf(step, row)) >= 0)
                .Select(row => (int?)row)
                .FirstOrDefault();
            if (next is not { } found || Between(chain[0].Time, TimeOf(step, found)) > funnel.Within)
                break;
            chain.Add((step.Rows.Source, found, TimeOf(step, found)));
        }

        return chain;
    }

    // In order of time, then key.
    private List<int> CandidatesOf(ChainStep step) =>
    [
        .. others.InOrder(
            others.RowsOf(step.Rows).Where(row => EntityOf(step, row) is not null && data.Value(step.Rows.Time!, row) is not null),
            step.Rows.Source,
            row => data.Value(step.Rows.Time!, row)),
    ];

    // "A reference to it reads the row alive at the referring row's time", which is the one that the step's rows are dated by.
    private Scalar? EntityOf(ChainStep step, int row) => data.Value(step.Entity, row, step.Rows.Time);

    private Scalar TimeOf(ChainStep step, int row) => data.Value(step.Rows.Time!, row)!;

    private decimal Between(Scalar from, Scalar to) => (decimal)((ExactNumber)data.Clock.Between(from, to).Number).Unscaled;

    // Between dates the window is over when every day that may lie in it has ended; else when its last instant is not behind the as-of.
    private bool IsClosed(Scalar? entry, long within, bool countsDays) => entry switch
    {
        null => false,
        DateScalar date when countsDays => data.Calendar.StartOf(date.Date.AddDays((int)(within / TimeSpan.MicrosecondsPerDay) + 1)) <= data.AsOf,
        _ => data.Clock.InstantOf(entry).Microseconds + within <= data.AsOf!.Value.Microseconds,
    };
}
