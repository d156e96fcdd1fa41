using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning.Model;

namespace MetricsAsCode.Compiler.Planning;

/// <summary>The expressions that an expression is made of.</summary>
internal sealed class RowParts : RowExpressionVisitor<IEnumerable<RowExpression>>
{
    private static readonly RowParts Direct = new();

    /// <summary>The expression and all below it, in reading order.</summary>
    public static IEnumerable<RowExpression> All(RowExpression expression) => Direct.Visit(expression).SelectMany(All).Prepend(expression);

    /// <summary>Every column that is read, also those asked of sets.</summary>
    public static IEnumerable<RowColumn> Columns(RowExpression expression) =>
        All(expression).Select(e => e as RowColumn ?? (e as PlanSetTest)?.Operand).OfType<RowColumn>();

    protected override IEnumerable<RowExpression> Literal(RowLiteral node) => [];

    protected override IEnumerable<RowExpression> Column(RowColumn node) => [];

    protected override IEnumerable<RowExpression> Arithmetic(RowArithmetic node) => [node.Left, node.Right];

    protected override IEnumerable<RowExpression> Negate(RowNegate node) => [node.Operand];

    protected override IEnumerable<RowExpression> Compare(RowCompare node) => [node.Left, node.Right];

    protected override IEnumerable<RowExpression> Logic(RowLogic node) => [node.Left, node.Right];

    protected override IEnumerable<RowExpression> Not(RowNot node) => [node.Operand];

    protected override IEnumerable<RowExpression> In(RowIn node) => [node.Operand];

    protected override IEnumerable<RowExpression> InSet(RowInSet node) => throw Unexpected.Node(node);

    protected override IEnumerable<RowExpression> IsMissing(RowIsMissing node) => [node.Operand];

    protected override IEnumerable<RowExpression> If(RowIf node) => [node.Condition, node.Then, node.Else];

    protected override IEnumerable<RowExpression> Call(RowCall node) => node.Arguments;

    protected override IEnumerable<RowExpression> AsOf(RowAsOf node) => [];

    protected override IEnumerable<RowExpression> Extension(RowExpression node) => node switch
    {
        PlanSetTest => [],
        PlanKnown known => [known.Operand],
        _ => base.Extension(node),
    };
}
