using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Model;

/// <summary>Rebuilds a row expression from its rebuilt parts; passes override the nodes that they change.</summary>
internal abstract class RowRewriter : RowExpressionVisitor<RowExpression>
{
    protected override RowExpression Literal(RowLiteral node) => node;

    protected override RowExpression Column(RowColumn node) => node;

    protected override RowExpression Arithmetic(RowArithmetic node) => node with { Left = Visit(node.Left), Right = Visit(node.Right) };

    protected override RowExpression Negate(RowNegate node) => node with { Operand = Visit(node.Operand) };

    protected override RowExpression Compare(RowCompare node) => node with { Left = Visit(node.Left), Right = Visit(node.Right) };

    protected override RowExpression Logic(RowLogic node) => node with { Left = Visit(node.Left), Right = Visit(node.Right) };

    protected override RowExpression Not(RowNot node) => node with { Operand = Visit(node.Operand) };

    protected override RowExpression In(RowIn node) => node with { Operand = Visit(node.Operand) };

    protected override RowExpression InSet(RowInSet node) => node;

    protected override RowExpression IsMissing(RowIsMissing node) => node with { Operand = Visit(node.Operand) };

    protected override RowExpression If(RowIf node) =>
        node with { Condition = Visit(node.Condition), Then = Visit(node.Then), Else = Visit(node.Else) };

    protected override RowExpression Call(RowCall node) => node with { Arguments = node.Arguments.Select(Visit).ToEquatable() };

    protected override RowExpression AsOf(RowAsOf node) => node;

    protected override RowExpression Derived(RowDerived node) => node;
}
