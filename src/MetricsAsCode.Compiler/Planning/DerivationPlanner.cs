using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning.Model;

namespace MetricsAsCode.Compiler.Planning;

/// <summary>Turns a value from other rows into how its column is computed.</summary>
internal sealed class DerivationPlanner(RowPlanner rows)
{
    public PlanDerivation Of(RowDerived node) => node switch
    {
        RowNeighbour neighbour => new PlanNeighbour(
            neighbour.Among.Source, neighbour.IsNext, neighbour.Time, neighbour.By, neighbour.Back, rows.Select(neighbour.Among)),
        _ => throw Unexpected.Node(node),
    };
}
