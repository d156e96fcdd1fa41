using System.Globalization;
using MetricsAsCode.Compiler.Binding;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Binding.Model.Printing;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Fingerprints;

// Two row expressions have one form only when they are equal for every row, also where an operand is missing or overflows.
// 1. The conditions of rows hold all at once, wherever they are written: nested `where`s are `and`, in any order, each once.
// 2. `and` and `or` take their operands in any order, each once. Tests of sets stay in order: the first set that fails gives the reason.
// 3. `x != a` is `not x = a`, `a > b` is `b < a`, `a >= b` is `not a < b`; `not not c` is `c`.
// 4. `a + b` is `b + a` and `a * b` is `b * a`; nothing is regrouped, since sums of numbers round.
// 5. A list is its values in any order; `x = a` and `x in [a]` are one, and so are `x = a or x = b` and `x in [a, b]`.

/// <summary>Canonical forms of rows and of what is computed from them row by row.</summary>
internal sealed class CanonicalRows : RowExpressionVisitor<string>
{
    private static readonly HashSet<ScalarKind> Listed = [ScalarKind.Text, ScalarKind.Integer, ScalarKind.Boolean, ScalarKind.Date];

    private static readonly CanonicalRows Visitor = new();

    public static string Of(RowExpression expression) => Visitor.Visit(expression);

    /// <summary>Rows with their conditions, their time and their windows; those written last lead on from the ones before.</summary>
    public static string Of(BoundRows rows, IEnumerable<WindowStep>? outer = null) => Digest.Of(
        "rows",
        CanonicalSources.Of(rows.Source),
        Conditions(rows.Conditions),
        rows.Time is { } time ? Of(time) : null,
        rows.IsState ? CanonicalSources.Life(rows.Source.Lifetime) : null,
        string.Concat(rows.Steps.OfType<RowWindow>().Select(w => w.Window).Concat(outer ?? []).Select(w => $" {w}")));

    protected override string Literal(RowLiteral node) => Digest.Of("literal", LiteralOf(node.Value), node.Type.Scale.ToString(CultureInfo.InvariantCulture), node.Type.Currency);

    protected override string Column(RowColumn node) => Digest.Of(
        "read",
        node.References.SelectMany(r => new[] { CanonicalSources.Column(r.Column), CanonicalSources.Of(r.Column.References ?? r.Column.Source) })
            .Concat([CanonicalSources.Column(node.Column), node.At is { } at ? Of(at) : null, CanonicalSources.Life(node.Life)]));

    protected override string Arithmetic(RowArithmetic node) => node.Operator is ArithmeticOperator.Add or ArithmeticOperator.Multiply
        ? Digest.Of(node.Operator.ToString(), new[] { Visit(node.Left), Visit(node.Right) }.OrderBy(o => o, StringComparer.Ordinal))
        : Digest.Of(node.Operator.ToString(), Visit(node.Left), Visit(node.Right));

    protected override string Negate(RowNegate node) => node.Operand is RowNegate twice ? Visit(twice.Operand) : Digest.Of("negate", Visit(node.Operand));

    protected override string Compare(RowCompare node) => Comparison(node, isNegated: false);

    protected override string Logic(RowLogic node)
    {
        var operands = Operands(node, node.IsOr).ToList();
        return Joined(node.IsOr ? "or" : "and", operands, node.IsOr ? WithLists(operands) : operands.Select(Visit).ToList());
    }

    protected override string Not(RowNot node) => Negated(node.Operand);

    protected override string In(RowIn node) => ListOf(Visit(node.Operand), node.Choices);

    protected override string InSet(RowInSet node) => Digest.Of("member", Visit(node.Operand), CanonicalSets.Of(node.Set, isInner: false));

    protected override string IsMissing(RowIsMissing node) => Digest.Of("missing", Visit(node.Operand));

    protected override string If(RowIf node) => Digest.Of("if", Visit(node.Condition), Visit(node.Then), Visit(node.Else));

    protected override string Call(RowCall node) => Digest.Of(node.Function.ToString(), node.Arguments.Select(Visit));

    protected override string AsOf(RowAsOf node) => Digest.Of("as_of");

    protected override string Derived(RowDerived node) => node switch
    {
        RowNeighbour n => Digest.Of("neighbour", n.IsNext ? "next" : "previous", Visit(n.Time), Digest.OfSet("by", n.By.Select(Visit)), Number(n.Back), Of(n.Among)),
        RowChain c => Digest.Of("chain", Chain(c.Chain), c.Part.ToString(), Number(c.Step)),
        RowReturned r => Digest.Of("returned", Returns(r.Cohort), r.Unit.ToString(), Number(r.From), r.To is { } to ? Number(to) : null),
        RowMature m => Digest.Of("mature", Of(m.Rows), m.Unit.ToString(), Number(m.Offset), m.Begun ? "begun" : "over"),
        RowAnswered a => Digest.Of("answered", CanonicalSources.Of(a.Source), Visit(a.Key), Of(a.Answers), Visit(a.Via)),
        RowSegment s => Digest.Of("segment", Visit(s.Column.Condition!)),
        _ => throw Unexpected.Node(node),
    };

    public static string Chain(FunnelChain chain) =>
        Digest.Of("funnel", chain.Steps.Select(Step).Prepend(chain.Within.ToString(CultureInfo.InvariantCulture)));

    public static string Step(ChainStep step) => Digest.Of("step", Of(step.Rows), Of(step.Entity));

    public static string Returns(CohortReturns cohort) => Digest.Of("cohort", Of(cohort.Starts), Of(cohort.Starter), Of(cohort.Returns), Of(cohort.Returner));

    public static string LiteralOf(Literal literal) => $"{literal.Kind} {NumberText.Of(literal.Number)} {literal.Text}";

    private static string Conditions(IEnumerable<RowExpression> conditions)
    {
        var all = conditions.SelectMany(Conjuncts.Of).ToList();
        return Joined("and", all, all.Select(Of).ToList());
    }

    private static IEnumerable<RowExpression> Operands(RowExpression node, bool isOr) =>
        node is RowLogic logic && logic.IsOr == isOr ? Operands(logic.Left, isOr).Concat(Operands(logic.Right, isOr)) : [node];

    private static string Joined(string word, IReadOnlyList<RowExpression> operands, IReadOnlyList<string> forms)
    {
        if (operands.Count(o => RowParts.All(o).Any(p => p is RowInSet)) > 1)
        {
            return Digest.Of($"{word} in order", forms);
        }

        var distinct = forms.Distinct(StringComparer.Ordinal).ToList();
        return distinct.Count == 1 ? distinct[0] : Digest.OfSet(word, distinct);
    }

    /// <summary>Tests of one column against values are one test against all of them.</summary>
    private List<string> WithLists(IEnumerable<RowExpression> operands)
    {
        var forms = new List<string>();
        var lists = new List<(RowColumn Column, List<Literal> Values)>();
        foreach (var operand in operands)
        {
            if (ListTest(operand) is not var (column, values))
            {
                forms.Add(Visit(operand));
            }
            else if (lists.FirstOrDefault(l => l.Column == column) is { Values: { } known })
            {
                known.AddRange(values);
            }
            else
            {
                lists.Add((column, [.. values]));
            }
        }

        return [.. forms, .. lists.Select(l => ListOf(Visit(l.Column), l.Values))];
    }

    private static (RowColumn Column, IEnumerable<Literal> Values)? ListTest(RowExpression operand) => operand switch
    {
        RowIn { Operand: RowColumn column } list => (column, list.Choices),
        RowCompare { Operator: Binding.Model.Comparison.Equal, Left: RowColumn column, Right: RowLiteral value } when IsListed(column, value) => (column, [value.Value]),
        RowCompare { Operator: Binding.Model.Comparison.Equal, Right: RowColumn column, Left: RowLiteral value } when IsListed(column, value) => (column, [value.Value]),
        _ => null,
    };

    private static bool IsListed(RowColumn column, RowLiteral value) => column.Type.Kind == value.Value.Kind && Listed.Contains(value.Value.Kind);

    private static string ListOf(string operand, IEnumerable<Literal> values) => Digest.Of("in", operand, Digest.OfSet("values", values.Select(LiteralOf)));

    private string Negated(RowExpression operand) => operand switch
    {
        RowNot twice => Visit(twice.Operand),
        RowCompare compare => Comparison(compare, isNegated: true),
        _ => Digest.Of("not", Visit(operand)),
    };

    private string Comparison(RowCompare node, bool isNegated)
    {
        var (less, isSwapped, isOpposite) = node.Operator switch
        {
            Binding.Model.Comparison.Equal => (false, false, false),
            Binding.Model.Comparison.NotEqual => (false, false, true),
            Binding.Model.Comparison.Less => (true, false, false),
            Binding.Model.Comparison.Greater => (true, true, false),
            Binding.Model.Comparison.GreaterOrEqual => (true, false, true),
            Binding.Model.Comparison.LessOrEqual => (true, true, true),
            _ => throw Unexpected.Value(node.Operator),
        };
        string form = less ? Less(isSwapped ? node.Right : node.Left, isSwapped ? node.Left : node.Right) : Equal(node);
        return isOpposite != isNegated ? Digest.Of("not", form) : form;
    }

    private string Less(RowExpression left, RowExpression right) => Digest.Of("less", Visit(left), Visit(right));

    private string Equal(RowCompare node) => ListTest(node with { Operator = Binding.Model.Comparison.Equal }) is var (column, values)
        ? ListOf(Visit(column), values)
        : Digest.Of("equal", new[] { Visit(node.Left), Visit(node.Right) }.OrderBy(o => o, StringComparer.Ordinal));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
