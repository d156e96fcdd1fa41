namespace MetricsAsCode.Compiler.Binding.Model;

/// <summary>Switches once over the row expressions, so that every pass names every node and a new node breaks the build where it must.</summary>
public abstract class RowExpressionVisitor<T>
{
    public T Visit(RowExpression expression) => expression switch
    {
        RowLiteral node => Literal(node),
        RowColumn node => Column(node),
        RowArithmetic node => Arithmetic(node),
        RowNegate node => Negate(node),
        RowCompare node => Compare(node),
        RowLogic node => Logic(node),
        RowNot node => Not(node),
        RowIn node => In(node),
        RowInSet node => InSet(node),
        RowIsMissing node => IsMissing(node),
        RowIf node => If(node),
        RowCall node => Call(node),
        RowAsOf node => AsOf(node),
        RowDerived node => Derived(node),
        _ => Extension(expression),
    };

    protected abstract T Literal(RowLiteral node);

    protected abstract T Column(RowColumn node);

    protected abstract T Arithmetic(RowArithmetic node);

    protected abstract T Negate(RowNegate node);

    protected abstract T Compare(RowCompare node);

    protected abstract T Logic(RowLogic node);

    protected abstract T Not(RowNot node);

    protected abstract T In(RowIn node);

    protected abstract T InSet(RowInSet node);

    protected abstract T IsMissing(RowIsMissing node);

    protected abstract T If(RowIf node);

    protected abstract T Call(RowCall node);

    protected abstract T AsOf(RowAsOf node);

    /// <summary>A value from other rows; a plan has columns in their place.</summary>
    protected virtual T Derived(RowDerived node) => throw Unexpected.Node(node);

    /// <summary>A node that a later stage has added.</summary>
    protected virtual T Extension(RowExpression node) => throw Unexpected.Node(node);
}
