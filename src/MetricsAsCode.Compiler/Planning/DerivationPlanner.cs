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
            neighbour.Among.Source,
            neighbour.IsNext,
            Seen(neighbour.Among, neighbour.Time),
            neighbour.By.Select(column => Seen(neighbour.Among, column)).ToEquatable(),
            neighbour.Back,
            rows.Select(neighbour.Among)),
        RowChain chain => new PlanChainPart(Chain(chain.Chain), chain.Part, chain.Step),
        RowReturned returned => new PlanReturned(
            rows.Select(returned.Cohort.Starts),
            returned.Cohort.Starts.Source,
            Seen(returned.Cohort.Starts, returned.Cohort.Starter),
            rows.Select(returned.Cohort.Returns),
            Seen(returned.Cohort.Returns, returned.Cohort.Returner),
            returned.Unit,
            returned.From,
            returned.To),
        RowMature mature => new PlanMature(mature.Rows.Source, rows.Select(mature.Rows), mature.Unit, mature.Offset, mature.Begun),
        RowAnswered answered => new PlanAnswered(answered.Source, answered.Key, rows.Select(answered.Answers), answered.Via),
        _ => throw Unexpected.Node(node),
    };

    private PlanChain Chain(FunnelChain chain) => new(
        chain.Steps.Select(s => new PlanChainStep(rows.Select(s.Rows), s.Rows.Source, Seen(s.Rows, s.Entity), s.Rows.Time!)).ToEquatable(), chain.Within);

    // References to rows with a lifetime are read at the time by which the rows are dated.
    private RowColumn Seen(BoundRows from, RowColumn column) => (RowColumn)rows.Value(from, column)!;
}
