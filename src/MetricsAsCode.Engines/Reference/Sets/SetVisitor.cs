using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Engines.Reference.Rows;
using MetricsAsCode.Engines.Reference.Windows;

namespace MetricsAsCode.Engines.Reference.Sets;

/// <summary>The members of a set in one context.</summary>
internal sealed class SetVisitor(RowSelector rows, WindowResolver windows, Context context) : EntitySetVisitor<IReadOnlySet<Scalar>>
{
    // The known values of the element over the rows.
    protected override IReadOnlySet<Scalar> OfRows(SetOfRows node)
    {
        var selected = rows.Select(node.Rows, context);
        return selected.Rows.Select(row => selected.Values.Evaluate(node.Element, row)).OfType<Scalar>().ToHashSet();
    }

    protected override IReadOnlySet<Scalar> Combination(SetCombination node)
    {
        var (left, right) = (Visit(node.Left), Visit(node.Right));
        return node.Operator switch
        {
            SetOperator.Union => left.Union(right).ToHashSet(),
            SetOperator.Intersect => left.Intersect(right).ToHashSet(),
            SetOperator.Except => left.Except(right).ToHashSet(),
            _ => throw new InvalidOperationException($"Unexpected operator {node.Operator}."),
        };
    }

    protected override IReadOnlySet<Scalar> Window(SetWindow node) =>
        new SetVisitor(rows, windows, context.At(windows.Apply(node.Window, context.Period))).Visit(node.Set);
}
