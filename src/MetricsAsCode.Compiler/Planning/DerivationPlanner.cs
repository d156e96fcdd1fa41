using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Planning;

/// <summary>Turns a value from other rows into how its column is computed.</summary>
internal sealed class DerivationPlanner(RowPlanner rows)
{
    public PlanDerivation Of(RowDerived node) => node switch
    {
        RowNeighbour neighbour => new PlanNeighbour(
            neighbour.Among.Source, neighbour.IsNext, neighbour.Time, neighbour.By, neighbour.Back, rows.Select(neighbour.Among)),
        RowChain chain => new PlanChainPart(Chain(chain.Chain), chain.Part, chain.Step),
        RowReturned returned => new PlanReturned(
            rows.Select(returned.Cohort.Starts), returned.Cohort.Starts.Source, returned.Cohort.Starter, rows.Select(returned.Cohort.Returns), returned.Cohort.Returner,
            returned.Unit, returned.From, returned.To),
        RowMature mature => new PlanMature(mature.Rows.Source, rows.Select(mature.Rows), mature.Unit, mature.Offset, mature.Begun),
        RowAnswered answered => new PlanAnswered(answered.Source, answered.Key, rows.Select(answered.Answers), answered.Via),
        _ => throw Unexpected.Node(node),
    };

    private PlanChain Chain(FunnelChain chain) => new(
        chain.Steps.Select(s => new PlanChainStep(rows.Select(s.Rows), s.Rows.Source, s.Entity, s.Rows.Time!)).ToEquatable(), chain.Within);
}
