using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding;

// A column behind the sample's reference to the rows asked is the column that this reference leads to; any other is looked for from the rows asked along the one
// path of references, as for breakdowns. Own columns of an answer, but for the key, have no meaning for who was asked.

/// <summary>A condition on the rows of a sample, put to the rows that were asked.</summary>
internal sealed class AskedCondition(SampleOf sample) : RowRewriter
{
    private bool failed;

    /// <summary>The condition on the rows asked; null when only an answer can tell.</summary>
    public static RowExpression? Of(RowExpression condition, SampleOf sample)
    {
        var pass = new AskedCondition(sample);
        var asked = pass.Visit(condition);
        return pass.failed ? null : asked;
    }

    protected override RowExpression Column(RowColumn node) => Find(node) ?? Fail(node);

    protected override RowExpression InSet(RowInSet node) => Find(node.Operand) is { } operand ? node with { Operand = operand } : Fail(node);

    // Its other rows are those of the sample.
    protected override RowExpression Derived(RowDerived node) => Fail(node);

    // The expression around it may rest on the column being known always.
    private RowColumn? Find(RowColumn node) => Lead(node) is { } asked && (node.Type.IsOptional || !asked.Type.IsOptional) ? asked : null;

    private RowColumn? Lead(RowColumn node)
    {
        if (node == sample.Via)
        {
            return sample.Key;
        }

        var references = node.References.Select(r => r.Column).ToArray();
        if (references.Length > 0 && ReferenceEquals(references[0], sample.Via.Column) && ReferenceEquals(references[0].References, sample.Asked.Source))
        {
            return ReferencePaths.Column(references.Skip(1), node.Column);
        }

        return ReferencePaths.Between(sample.Asked.Source, node.Column.Source) is { Length: 1 } paths ? ReferencePaths.Column(paths[0], node.Column) : null;
    }

    private RowExpression Fail(RowExpression node)
    {
        failed = true;
        return node;
    }
}
