using System.Globalization;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Binding.Model.Printing;
using MetricsAsCode.Compiler.Planning.Model;

namespace MetricsAsCode.Compiler.Emit.CSharp;

/// <summary>Names for conditions and values, read aloud: <c>status = delivered</c> is <c>StatusIsDelivered</c>.</summary>
internal sealed class RowWords : RowExpressionVisitor<string>
{
    private const int Longest = 40;
    private static readonly RowWords Instance = new();

    /// <summary>The words, or the shorter name when they are too many to help.</summary>
    public static string Of(RowExpression expression, string otherwise) =>
        Instance.Visit(expression) is { Length: <= Longest } words ? words : otherwise;

    protected override string Literal(RowLiteral node) => Words(node.Value);

    protected override string Column(RowColumn node) =>
        string.Concat(node.References.Select(r => CSharpName.Pascal(r.Column.Name)).Append(CSharpName.Pascal(node.Column.Name)));

    protected override string Arithmetic(RowArithmetic node) => Visit(node.Left) + node.Operator switch
    {
        ArithmeticOperator.Add => "Plus",
        ArithmeticOperator.Subtract => "Minus",
        ArithmeticOperator.Multiply => "Times",
        ArithmeticOperator.Divide => "Over",
        _ => throw Unexpected.Value(node.Operator),
    } + Visit(node.Right);

    protected override string Negate(RowNegate node) => "Minus" + Visit(node.Operand);

    protected override string Compare(RowCompare node) => Visit(node.Left) + node.Operator switch
    {
        Comparison.Equal => "Is",
        Comparison.NotEqual => "IsNot",
        Comparison.Less => "Below",
        Comparison.LessOrEqual => "AtMost",
        Comparison.Greater => "Above",
        Comparison.GreaterOrEqual => "AtLeast",
        _ => throw Unexpected.Value(node.Operator),
    } + Visit(node.Right);

    protected override string Logic(RowLogic node) => Visit(node.Left) + (node.IsOr ? "Or" : "And") + Visit(node.Right);

    protected override string Not(RowNot node) => node.Operand is RowIsMissing missing ? Visit(missing.Operand) + "IsKnown" : "Not" + Visit(node.Operand);

    protected override string In(RowIn node) => Visit(node.Operand) + "In" + string.Join("Or", node.Choices.Select(Words));

    protected override string InSet(RowInSet node) => throw Unexpected.Node(node);

    protected override string IsMissing(RowIsMissing node) => Visit(node.Operand) + "IsMissing";

    protected override string If(RowIf node) => $"{Visit(node.Then)}If{Visit(node.Condition)}Else{Visit(node.Else)}";

    protected override string Call(RowCall node) => CSharpName.Pascal(OperatorText.Of(node.Function)) + "Of" + string.Join("And", node.Arguments.Select(Visit));

    protected override string AsOf(RowAsOf node) => "AsOf";

    protected override string Extension(RowExpression node) => node switch
    {
        PlanSetTest test => Visit(test.Operand) + "InSet",
        PlanKnown known => Visit(known.Operand) + "IsKnown",
        _ => base.Extension(node),
    };

    private static string Words(Literal literal) => literal.Text is { } text
        ? CSharpName.Pascal(text)
        : literal.Kind switch
        {
            Symbols.ScalarKind.Boolean => literal.Number == 0 ? "False" : "True",
            Symbols.ScalarKind.Date => "D" + NumberText.Date(literal.Number).Replace("-", ""),
            Symbols.ScalarKind.Duration => Plain(NumberText.Duration(literal.Number)),
            _ => Plain(literal.Number.ToString(CultureInfo.InvariantCulture)),
        };

    private static string Plain(string text) =>
        string.Concat(text.Replace("-", "Minus").Split(' ', '.').Select(part => part.Length == 0 ? "" : char.ToUpperInvariant(part[0]) + part.Substring(1)));
}
