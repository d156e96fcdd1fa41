using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Emit.Sql;

/// <summary>Turns a row expression into SQL over the rows of a relation.</summary>
internal sealed class SqlRowCompiler(SqlStatement statement, SqlRows rows) : RowExpressionVisitor<SqlValue>
{
    private readonly SqlArithmetic arithmetic = statement.RowArithmetic;

    public static SqlValue Constant(SqlDialect dialect, Literal literal) => literal.Kind switch
    {
        ScalarKind.Text => new SqlValue(dialect.Text(literal.Text ?? ""), SqlForm.Text),
        ScalarKind.Boolean => new SqlValue(literal.Number == 0 ? dialect.False : dialect.True, SqlForm.Boolean),
        ScalarKind.Date => new SqlValue(Whole(literal.Number), SqlForm.Date) { Constant = literal.Number },
        ScalarKind.Timestamp => new SqlValue(Whole(literal.Number), SqlForm.Instant),
        ScalarKind.Number => new SqlValue($"({dialect.Real((double)literal.Number)})", SqlForm.Double),
        ScalarKind.Money => SqlValue.Number(literal.Number, dialect) with { IsMoney = true },
        _ => SqlValue.Number(literal.Number, dialect),
    };

    protected override SqlValue Literal(RowLiteral node) => Constant(statement.Dialect, node.Value);

    protected override SqlValue Column(RowColumn node) => rows.Value(node);

    protected override SqlValue Arithmetic(RowArithmetic node) => arithmetic.Apply(node.Operator, Visit(node.Left), Visit(node.Right));

    protected override SqlValue Negate(RowNegate node) => arithmetic.Negate(Visit(node.Operand));

    protected override SqlValue Compare(RowCompare node) => arithmetic.Compare(node.Operator, Visit(node.Left), Visit(node.Right));

    protected override SqlValue Logic(RowLogic node) => arithmetic.Logic(node.IsOr, Visit(node.Left), Visit(node.Right));

    protected override SqlValue Not(RowNot node) => arithmetic.Not(Visit(node.Operand));

    protected override SqlValue In(RowIn node) => arithmetic.In(Visit(node.Operand), [.. node.Choices.Select(c => Constant(statement.Dialect, c))]);

    protected override SqlValue InSet(RowInSet node) => throw Unexpected.Node(node);

    protected override SqlValue IsMissing(RowIsMissing node) => arithmetic.IsMissing(Visit(node.Operand));

    protected override SqlValue If(RowIf node) => arithmetic.If(Visit(node.Condition), Typed(node.Then, node.Type), Typed(node.Else, node.Type));

    protected override SqlValue Call(RowCall node) => arithmetic.Call(node.Function, [.. node.Arguments.Select(a => node.Function == ScalarFunction.Coalesce ? Typed(a, node.Type) : Visit(a))]);

    protected override SqlValue AsOf(RowAsOf node) => new(statement.Times.AsOf, SqlForm.Instant);

    protected override SqlValue Extension(RowExpression node) => node switch
    {
        PlanSetTest test => rows.IsMember(test),
        PlanKnown known => Known(Visit(known.Operand)),
        _ => base.Extension(node),
    };

    private static SqlValue Known(SqlValue operand) =>
        new SqlValue($"(CASE WHEN {operand.Text} IS NOT NULL THEN 1 END)", SqlForm.Exact, 0, 1).With(operand);

    // Branches of different types meet in the type of the whole.
    private SqlValue Typed(RowExpression branch, ScalarType type) => type.Kind switch
    {
        ScalarKind.Number => arithmetic.AsDouble(Visit(branch)),
        ScalarKind.Timestamp => arithmetic.AsInstant(Visit(branch)),
        _ => Visit(branch),
    };

    private static string Whole(decimal number) => number < 0 ? $"({SqlText.Of(number)})" : SqlText.Of(number);
}
