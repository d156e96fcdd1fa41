using System.Globalization;
using System.Numerics;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Engines.Mutation;

/// <summary>Changes to one formula.</summary>
/// <param name="tree">The file.</param>
/// <param name="declaration">What the formula belongs to.</param>
internal sealed class FormulaMutations(SyntaxTree tree, string declaration)
{
    private static readonly Dictionary<BinaryOperator, (string Text, MutationOperator Operator)> Others = new()
    {
        [BinaryOperator.Or] = ("and", MutationOperator.OtherOperator),
        [BinaryOperator.And] = ("or", MutationOperator.OtherOperator),
        [BinaryOperator.Equal] = ("!=", MutationOperator.Negate),
        [BinaryOperator.NotEqual] = ("=", MutationOperator.Negate),
        [BinaryOperator.Less] = ("<=", MutationOperator.Boundary),
        [BinaryOperator.LessOrEqual] = ("<", MutationOperator.Boundary),
        [BinaryOperator.Greater] = (">=", MutationOperator.Boundary),
        [BinaryOperator.GreaterOrEqual] = (">", MutationOperator.Boundary),
        [BinaryOperator.Union] = ("intersect", MutationOperator.OtherOperator),
        [BinaryOperator.Intersect] = ("union", MutationOperator.OtherOperator),
        [BinaryOperator.Except] = ("intersect", MutationOperator.OtherOperator),
        [BinaryOperator.Add] = ("-", MutationOperator.OtherOperator),
        [BinaryOperator.Subtract] = ("+", MutationOperator.OtherOperator),
        [BinaryOperator.Multiply] = ("/", MutationOperator.OtherOperator),
        [BinaryOperator.Divide] = ("*", MutationOperator.OtherOperator),
    };

    private static readonly Dictionary<string, string> Functions = new(StringComparer.Ordinal)
    {
        ["count"] = "distinct",
        ["distinct"] = "count",
        ["sum"] = "avg",
        ["avg"] = "median",
        ["median"] = "avg",
        ["min"] = "max",
        ["max"] = "min",
        ["first"] = "last",
        ["last"] = "first",
        ["percentile"] = "percentile_disc",
        ["percentile_disc"] = "percentile",
        ["floor"] = "ceil",
        ["ceil"] = "floor",
        ["since_previous"] = "until_next",
        ["until_next"] = "since_previous",
        ["change"] = "reduction",
        ["reduction"] = "change",
        ["churn"] = "retention",
        ["retention"] = "churn",
        ["starts_with"] = "contains",
        ["ends_with"] = "contains",
    };

    /// <summary>The changes to an expression and to what it is made of.</summary>
    public IEnumerable<Mutation> In(ExpressionSyntax expression) => Here(expression).Concat(ExpressionParts.Of(expression).SelectMany(In));

    private IEnumerable<Mutation> Here(ExpressionSyntax expression) => expression switch
    {
        NumberExpression e => Number(e),
        BinaryExpression e => Binary(e),
        UnaryExpression e => [Instead(e.Span, Text(e.Operand), MutationOperator.Negate)],
        InExpression e => [Between(e.Operand, e.Choices, e.IsNegated ? " in " : " not in ", MutationOperator.Negate)],
        IsExpression e => [Instead(TextSpan.FromBounds(e.Operand.Span.End, e.Span.End), e.Missing ? " is known" : " is missing", MutationOperator.Negate)],
        IfExpression e => [Instead(e.Then.Span.To(e.Else.Span), $"{Text(e.Else)}{Gap(e.Then, e.Else)}{Text(e.Then)}", MutationOperator.SwapOperands)],
        ListExpression e => e.Items.Length < 2 ? [] : e.Items.Select((_, i) => LeaveOutOf(e.Items, i)),
        CallExpression e => Call(e),
        WhereExpression e => [LeaveOut(e.Operand, e), Instead(e.Condition.Span, $"not ({Text(e.Condition)})", MutationOperator.Negate)],
        DatedExpression e => [LeaveOut(e.Operand, e)],
        WindowExpression e => Window(e),
        _ => [],
    };

    private IEnumerable<Mutation> Binary(BinaryExpression e)
    {
        var (text, kind) = Others[e.Operator];
        yield return Instead(e.OperatorSpan, text, kind);
        if (e.Operator is BinaryOperator.Divide or BinaryOperator.Except or BinaryOperator.Subtract)
            yield return Instead(e.Span, $"{Operand(e.Right)}{Gap(e.Left, e.Right)}{Operand(e.Left)}", MutationOperator.SwapOperands);
    }

    private IEnumerable<Mutation> Call(CallExpression e)
    {
        if (Functions.TryGetValue(e.Function.Text, out string? other))
            yield return Instead(e.Function.Span, other, MutationOperator.OtherFunction);
        foreach (var argument in e.Arguments)
        {
            if (argument.Among is { } among)
                yield return LeaveOut(argument.Value, among);
            if (argument.Each is { } each)
                yield return Instead(each.Span, each.Grain == Grain.Day ? "week" : "day", MutationOperator.OtherWindow);
            for (int i = 0; i < argument.By.Length && argument.By.Length > 1; i++)
                yield return LeaveOutOf(argument.By, i);
        }
    }

    private IEnumerable<Mutation> Window(WindowExpression e)
    {
        yield return LeaveOut(e.Operand, e);
        string? other = e.Window.Form switch
        {
            WindowForm.Ever => "over all before",
            WindowForm.AllBefore => "over ever",
            WindowForm.AtStart => "at end",
            WindowForm.AtEnd => "at start",
            WindowForm.Previous => FormattableString.Invariant($"over previous {e.Window.Count + 1}"),
            WindowForm.PreviousToDate => "over previous",
            WindowForm.Trailing => FormattableString.Invariant($"over trailing {e.Window.Count + 1} {Word(e.Window.Grain!.Grain)}s"),
            WindowForm.ToDate => $"over {(e.Window.Grain!.Grain == Grain.Year ? "quarter" : "year")} to date",
            _ => null,
        };
        if (other is not null)
            yield return Instead(e.Window.Span, other, MutationOperator.OtherWindow);
    }

    // One more in the last digit that is written.
    private IEnumerable<Mutation> Number(NumberExpression e)
    {
        string digits = e.Digits.Replace(".", "", StringComparison.Ordinal);
        if (!BigInteger.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            yield break;
        string more = (value + 1).ToString(CultureInfo.InvariantCulture).PadLeft(digits.Length, '0');
        int point = e.Digits.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0)
            more = more.Insert(more.Length - (e.Digits.Length - point - 1), ".");
        string written = Text(e);
        int end = 0;
        while (end < written.Length && (char.IsAsciiDigit(written[end]) || written[end] == '_' || (written[end] == '.' && end + 1 < written.Length && char.IsAsciiDigit(written[end + 1]))))
            end++;
        string unit = more is not "1" && e.Form == NumberForm.Duration && !written.EndsWith('s') ? "s" : "";
        yield return Instead(e.Span, more + written[end..] + unit, MutationOperator.OtherNumber);
    }

    private Mutation LeaveOut(SyntaxNode before, SyntaxNode last) => Instead(TextSpan.FromBounds(before.Span.End, last.Span.End), "", MutationOperator.LeaveOut);

    private Mutation LeaveOutOf(IReadOnlyList<SyntaxNode> items, int at)
    {
        var span = at == 0
            ? TextSpan.FromBounds(items[0].Span.Start, items[1].Span.Start)
            : TextSpan.FromBounds(items[at - 1].Span.End, items[at].Span.End);
        return Instead(span, "", MutationOperator.OtherList);
    }

    private Mutation Between(SyntaxNode left, SyntaxNode right, string text, MutationOperator kind) => Instead(TextSpan.FromBounds(left.Span.End, right.Span.Start), text, kind);

    private Mutation Instead(TextSpan span, string text, MutationOperator kind) => new(tree, declaration, span, text, kind);

    private string Text(SyntaxNode node) => tree.Text.Slice(node.Span);

    private string Gap(SyntaxNode left, SyntaxNode right) => tree.Text.Slice(TextSpan.FromBounds(left.Span.End, right.Span.Start));

    private string Operand(ExpressionSyntax operand) => operand is BinaryExpression or IfExpression or UnaryExpression ? $"({Text(operand)})" : Text(operand);

    private static string Word(Grain grain) => grain.ToString().ToLowerInvariant();
}
