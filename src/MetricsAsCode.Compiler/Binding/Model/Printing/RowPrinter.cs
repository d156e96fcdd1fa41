using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Binding.Model.Printing;

/// <summary>Row expressions in the language's own words, one spelling for all equal ones.</summary>
/// <param name="source">The source to write before own columns, as behind <c>sum(</c>; null inside <c>where</c>, where columns are bare.</param>
public class RowPrinter(string? source = null) : RowExpressionVisitor<Printed>
{
    public static string Print(RowExpression expression) => new RowPrinter().Visit(expression).Text;

    /// <summary>A constant as it is written beside an operand of that type.</summary>
    public static string Print(Literal literal, ScalarType type) => literal.Kind switch
    {
        ScalarKind.Text => NumberText.Quoted(literal.Text ?? ""),
        ScalarKind.Boolean => literal.Number == 0 ? "false" : "true",
        ScalarKind.Date => NumberText.Date(literal.Number),
        ScalarKind.Timestamp => NumberText.Timestamp(literal.Number),
        ScalarKind.Duration => NumberText.Duration(literal.Number),
        ScalarKind.Money => $"{NumberText.Of(literal.Number)} {type.Currency}".TrimEnd(),
        _ => NumberText.Of(literal.Number),
    };

    public static string Path(RowColumn column) => string.Join(".", column.References.Select(r => r.Column.Name).Append(column.Column.Name));

    protected override Printed Literal(RowLiteral node) => new(Print(node.Value, node.Type));

    protected override Printed Column(RowColumn node) => new(source is null ? Path(node) : $"{source}.{Path(node)}");

    protected override Printed Arithmetic(RowArithmetic node) => OperatorText.Arithmetic(node.Operator, Visit(node.Left), Visit(node.Right));

    protected override Printed Negate(RowNegate node) => OperatorText.Negate(Visit(node.Operand));

    protected override Printed Compare(RowCompare node) =>
        OperatorText.Compare(node.Operator, Beside(node.Left, node.Right), Beside(node.Right, node.Left));

    protected override Printed Logic(RowLogic node) => OperatorText.Logic(node.IsOr, Visit(node.Left), Visit(node.Right));

    protected override Printed Not(RowNot node) =>
        node.Operand is RowIsMissing missing ? OperatorText.Is(Visit(missing.Operand), "known") : OperatorText.Not(Visit(node.Operand));

    protected override Printed In(RowIn node) =>
        OperatorText.In(Visit(node.Operand), $"[{string.Join(", ", node.Choices.Select(c => Choice(c, node.Operand)))}]");

    protected override Printed InSet(RowInSet node) => OperatorText.In(Visit(node.Operand), SetPrinter.Print(node.Set));

    protected override Printed IsMissing(RowIsMissing node) => OperatorText.Is(Visit(node.Operand), "missing");

    protected override Printed If(RowIf node) => OperatorText.If(Visit(node.Condition), Visit(node.Then), Visit(node.Else));

    protected override Printed Call(RowCall node) => OperatorText.Call(OperatorText.Of(node.Function), node.Arguments.Select(Visit));

    protected override Printed AsOf(RowAsOf node) => new("as_of");

    protected override Printed Derived(RowDerived node) => node switch
    {
        RowNeighbour neighbour => new(Neighbour(neighbour)),
        RowChain { Part: ChainPart.Depth } chain => new($"steps within {NumberText.Duration(chain.Chain.Within)}"),
        RowChain { Part: ChainPart.Elapsed } chain => new(FormattableString.Invariant($"time to step {chain.Step + 1}")),
        RowChain => new("window closed"),
        RowReturned returned => OperatorText.Is(new Printed($"{GrainText.Of(returned.Unit)} {Offsets(returned.From, returned.To)}"), "with a return"),
        RowMature mature => OperatorText.Is(new Printed(FormattableString.Invariant($"{GrainText.Of(mature.Unit)} {mature.Offset}")), mature.Begun ? "begun" : "over"),
        RowAnswered answered => new($"answered in {answered.Answers.Source.Name}"),
        _ => throw Unexpected.Node(node),
    };

    private static string Offsets(int from, int? to) => to == from ? FormattableString.Invariant($"{from}") : FormattableString.Invariant($"{from}..{to}");

    private string Neighbour(RowNeighbour node)
    {
        string by = node.By.IsEmpty ? "" : $" by {string.Join(", ", node.By.Select(Path))}";
        string back = node.Back == 1 ? "" : FormattableString.Invariant($" back {node.Back}");
        return $"{(node.IsNext ? "until_next" : "since_previous")}({Visit(node.Time)}{by}{back})";
    }

    /// <summary>Opposite a closed column one of its values is a bare word.</summary>
    private Printed Beside(RowExpression expression, RowExpression other) =>
        expression is RowLiteral literal ? new Printed(Choice(literal.Value, other)) : Visit(expression);

    private static string Choice(Literal literal, RowExpression other) =>
        other is RowColumn { Column.IsClosed: true } && literal.Text is { } word && IsName(word) ? word : Print(literal, other.Type);

    private static bool IsName(string word) =>
        word.Length > 0 && word.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_') && word[0] is < '0' or > '9';
}
