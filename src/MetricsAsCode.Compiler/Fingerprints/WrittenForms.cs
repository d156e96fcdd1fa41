using MetricsAsCode.Compiler.Binding.Declarations;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Fingerprints;

/// <summary>Reads expressions of one file as written forms.</summary>
/// <param name="tree">The file.</param>
/// <param name="declared">The declaration that a path begins with and how many of its parts name it; null for a path that begins with none.</param>
/// <param name="function">The declared function of a path; null for one that is built in.</param>
internal sealed class WrittenForms(SyntaxTree tree, Func<PathSyntax, (string Name, int Parts)?> declared, Func<PathSyntax, string?> function)
{
    public string Text(SyntaxNode node) => SourceForm.Of(node, tree);

    public WrittenForm Of(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpression e => Of(e.Inner),
        NameExpression e => Path(e.Path),
        NumberExpression e => new($"{e.Digits.TrimStart('0')} {e.Form} {Singular(e.Unit)}", [], Text(e)),
        TextExpression e => new($"\"{e.Value}", [], Text(e)),
        UnaryExpression e => Node(e, e.Operator.ToString(), [Of(e.Operand)]),
        BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } e => Many(e, e.Operator.ToString(), Operands(e, e.Operator).Select(Of), e.Operator == BinaryOperator.And ? " and " : " or "),
        BinaryExpression { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual } e => Many(e, e.Operator.ToString(), [Of(e.Left), Of(e.Right)], e.Operator == BinaryOperator.Equal ? " = " : " != "),
        BinaryExpression e => Node(e, e.Operator.ToString(), [Of(e.Left), Of(e.Right)]),
        ListExpression e => Many(e, "list", e.Items.Select(Of), ", "),
        RangeExpression e => Node(e, "range", [Of(e.Low), Of(e.High)]),
        InExpression e => Node(e, e.IsNegated ? "not in" : "in", [Of(e.Operand), Of(e.Choices)]),
        IsExpression e => Node(e, e.Missing ? "missing" : "known", [Of(e.Operand)]),
        IfExpression e => Node(e, "if", [Of(e.Condition), Of(e.Then), Of(e.Else)]),
        CallExpression e => Node(e, "call", e.Arguments.Select(Argument).Prepend(Function(e.Function))),
        WhereExpression e => Where(e),
        DatedExpression e => Node(e, "dated", [Of(e.Operand), WrittenForm.Leaf(e.Time.Text)]),
        WindowExpression e => Node(e, "window", [Of(e.Operand), new($"{e.Window.Form} {e.Window.Count} {e.Window.Grain?.Grain}", [], Text(e.Window))]),
        ColumnOfExpression e => Node(e, "column", [Of(e.Rows), WrittenForm.Leaf(e.Column.Text)]),
        _ => WrittenForm.Leaf(Text(expression)),
    };

    public WrittenForm Path(PathSyntax path)
    {
        if (declared(path) is not var (name, parts))
        {
            return WrittenForm.Leaf(path.Text);
        }

        string rest = string.Join(".", path.Parts.Skip(parts).Select(p => p.Text));
        var reference = WrittenForm.Reference(name, path.Text);
        return rest.Length == 0 ? reference : new("path", [reference, WrittenForm.Leaf(rest)], path.Text);
    }

    private WrittenForm Function(PathSyntax path) => function(path) is { } name ? WrittenForm.Reference(name, path.Text) : Path(path);

    private WrittenForm Argument(ArgumentSyntax argument)
    {
        IEnumerable<(string Word, WrittenForm? Form)> clauses =
        [
            ("among", argument.Among is { } among ? Of(among) : null),
            ("per", argument.Per is { } per ? Of(per) : null),
            ("each", argument.Each is { } each ? WrittenForm.Leaf(each.Grain.ToString()) : null),
            ("by", argument.By.IsDefaultOrEmpty ? null : WrittenForm.Leaf(string.Join(", ", argument.By.Select(b => b.Text)))),
            ("back", argument.Back is { } back ? Of(back) : null),
        ];
        var said = clauses.Where(c => c.Form is not null).ToList();
        var value = Of(argument.Value);
        return said.Count == 0 ? value : Node(argument, "argument " + string.Join(" ", said.Select(c => c.Word)), said.Select(c => c.Form!).Prepend(value));
    }

    /// <summary>All conditions of nested <c>where</c>s are one.</summary>
    private WrittenForm Where(WhereExpression where)
    {
        var conditions = new List<ExpressionSyntax>();
        ExpressionSyntax rows = where;
        for (; Bare(rows) is WhereExpression inner; rows = inner.Operand)
        {
            conditions.InsertRange(0, Operands(inner.Condition, BinaryOperator.And));
        }

        var all = new WrittenForm("And", [.. conditions.Select(Of)], string.Join(" and ", conditions.Select(Text))) { Joiner = " and " };
        return Node(where, "where", [Of(rows), all]);
    }

    private static IEnumerable<ExpressionSyntax> Operands(ExpressionSyntax expression, BinaryOperator op) => Bare(expression) is BinaryExpression both && both.Operator == op
        ? Operands(both.Left, op).Concat(Operands(both.Right, op))
        : [Bare(expression)];

    private static ExpressionSyntax Bare(ExpressionSyntax expression) => expression is ParenthesizedExpression e ? Bare(e.Inner) : expression;

    private static string? Singular(string? unit) => unit is not null && unit.EndsWith("s", StringComparison.Ordinal) ? unit.Substring(0, unit.Length - 1) : unit;

    private WrittenForm Node(SyntaxNode node, string head, IEnumerable<WrittenForm> parts) => new(head, [.. parts], Text(node));

    private WrittenForm Many(SyntaxNode node, string head, IEnumerable<WrittenForm> parts, string joiner) => Node(node, head, parts) with { Joiner = joiner };
}
