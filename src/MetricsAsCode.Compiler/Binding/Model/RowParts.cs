namespace MetricsAsCode.Compiler.Binding.Model;

/// <summary>The expressions that an expression is made of. A set test is made of nothing: its column is its own; nor is a value from other rows.</summary>
public class RowParts : RowExpressionVisitor<IEnumerable<RowExpression>>
{
    private static readonly RowParts Bound = new();

    /// <summary>A bound expression and all below it, in reading order.</summary>
    public static IEnumerable<RowExpression> All(RowExpression expression) => Bound.AllOf(expression);

    protected IEnumerable<RowExpression> AllOf(RowExpression expression) => Visit(expression).SelectMany(AllOf).Prepend(expression);

    protected override IEnumerable<RowExpression> Literal(RowLiteral node) => [];

    protected override IEnumerable<RowExpression> Column(RowColumn node) => [];

    protected override IEnumerable<RowExpression> Arithmetic(RowArithmetic node) => [node.Left, node.Right];

    protected override IEnumerable<RowExpression> Negate(RowNegate node) => [node.Operand];

    protected override IEnumerable<RowExpression> Compare(RowCompare node) => [node.Left, node.Right];

    protected override IEnumerable<RowExpression> Logic(RowLogic node) => [node.Left, node.Right];

    protected override IEnumerable<RowExpression> Not(RowNot node) => [node.Operand];

    protected override IEnumerable<RowExpression> In(RowIn node) => [node.Operand];

    protected override IEnumerable<RowExpression> InSet(RowInSet node) => [];

    protected override IEnumerable<RowExpression> IsMissing(RowIsMissing node) => [node.Operand];

    protected override IEnumerable<RowExpression> If(RowIf node) => [node.Condition, node.Then, node.Else];

    protected override IEnumerable<RowExpression> Call(RowCall node) => node.Arguments;

    protected override IEnumerable<RowExpression> AsOf(RowAsOf node) => [];

    protected override IEnumerable<RowExpression> Derived(RowDerived node) => [];
}
