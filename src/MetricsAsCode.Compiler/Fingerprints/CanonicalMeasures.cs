using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Binding.Model.Printing;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Fingerprints;

// Two formulas have one form only when all of their results are equal: the value, the reason for none, numerator and denominator, n, caveats.
// 1. A metric that is named stands for its formula, so that naming a part of a formula, or writing out what was named, changes nothing.
// 2. Outside of `per` and `each` operands keep their order, because the first in reading order gives the reason and n. A constant has neither: `2 * x` is `x * 2`.
// 3. Inside of `per` and `each` only values count: what is known of an entity's reason is that it has no value. There + * = `and` `or` take any order.
// 4. A window on an aggregate is one on its rows.

/// <summary>Canonical forms of numbers.</summary>
internal sealed class CanonicalMeasures : MeasureVisitor<string>
{
    private readonly Dictionary<MetricSymbol, string> metrics = [];
    private readonly CanonicalMeasures inner;
    private readonly bool isInner;

    public CanonicalMeasures() => inner = new CanonicalMeasures(isInner: true);

    private CanonicalMeasures(bool isInner) => (this.isInner, inner) = (isInner, this);

    /// <summary>The formula of a metric with the unit of time that it is fixed to.</summary>
    public string Of(MetricSymbol metric)
    {
        if (!metrics.TryGetValue(metric, out string? form))
        {
            metrics.Add(metric, form = Visit(BodyOf(metric)));
        }

        return metric.Unit == metric.Body.Unit ? form : Digest.Of("as", metric.Unit.ToString(), form);
    }

    protected override string Literal(MeasureLiteral node) => node.Text is { } text
        ? Digest.Of("literal", text, node.Unit.ToString())
        : Digest.Of("literal", NumberText.Of(node.Value), node.Unit.ToString());

    protected override string AsOf(AsOfMeasure node) => Digest.Of("as of");

    protected override string Aggregate(AggregateMeasure node) => Aggregate(node, []);

    protected override string Share(ShareMeasure node) => Share(node, []);

    protected override string Size(SizeMeasure node) => Digest.Of("size", CanonicalSets.Of(node.Set, isInner));

    protected override string Arithmetic(ArithmeticMeasure node)
    {
        bool isFree = node.Operator is ArithmeticOperator.Add or ArithmeticOperator.Multiply && (isInner || node.Left is MeasureLiteral || node.Right is MeasureLiteral);
        return Digest.Of(node.Operator.ToString(), Operands(node.Left, node.Right, isFree).Append(node.Unit.ToString()));
    }

    protected override string Negate(NegateMeasure node) => Digest.Of("negate", Visit(node.Operand));

    protected override string Compare(CompareMeasure node) => Comparison(node, isNegated: false);

    protected override string Logic(LogicMeasure node) => Digest.Of(node.IsOr ? "or" : "and", Operands(node.Left, node.Right, isInner));

    protected override string Not(NotMeasure node) => node.Operand switch
    {
        NotMeasure twice => Visit(twice.Operand),
        CompareMeasure compare => Comparison(compare, isNegated: true),
        _ => Digest.Of("not", Visit(node.Operand)),
    };

    protected override string IsMissing(IsMissingMeasure node) => Digest.Of("missing", Visit(node.Operand));

    protected override string In(InMeasure node) => Digest.Of("in", Visit(node.Operand), Digest.OfSet("values", node.Choices.Select(CanonicalRows.LiteralOf)));

    protected override string If(IfMeasure node) => Digest.Of("if", Visit(node.Condition), Visit(node.Then), Visit(node.Else), node.Unit.ToString());

    protected override string Call(CallMeasure node) => Digest.Of(node.Function.ToString(), node.Arguments.Select(Visit).Append(node.Unit.ToString()));

    protected override string Window(WindowMeasure node) => Under(node.Operand, [node.Window]);

    protected override string Every(EveryMeasure node) => Digest.Of("every", node.Grain.ToString(), Visit(node.Operand));

    protected override string Metric(MetricMeasure node) => Of(node.Metric);

    protected override string Per(PerMeasure node) =>
        Digest.Of("per", node.Kind.ToString(), inner.Visit(node.Operand), Key(node.Key), Parameter(node.Parameter));

    protected override string SharePer(SharePerMeasure node) => Digest.Of("share per", inner.Visit(node.Condition), Key(node.Key));

    protected override string Each(EachMeasure node) =>
        Digest.Of("each", node.Kind.ToString(), inner.Visit(node.Operand), node.Grain.ToString(), Parameter(node.Parameter));

    protected override string LeftOut(LeftOutMeasure node) => Digest.Of("left out", Visit(node.Operand), Visit(node.Count));

    private static Measure BodyOf(MetricSymbol metric) =>
        metric.Every is { } grain && (metric.Body as EveryMeasure)?.Grain != grain ? new EveryMeasure(metric.Body, grain) : metric.Body;

    private static string Aggregate(AggregateMeasure node, IReadOnlyList<WindowStep> windows) => Digest.Of(
        "aggregate", node.Kind.ToString(), CanonicalRows.Of(node.Rows, windows), node.Value is { } value ? CanonicalRows.Of(value) : null, Parameter(node.Parameter), node.Unit.ToString());

    // A row that counts is one of the base: a condition that both say is said once.
    private static string Share(ShareMeasure node, IReadOnlyList<WindowStep> windows) =>
        Digest.Of("share", CanonicalRows.Of(node.Base, windows), CanonicalRows.Of(node.Base.Then(new RowFilter(node.Condition)), windows));

    private string Under(Measure operand, IReadOnlyList<WindowStep> windows) => operand switch
    {
        WindowMeasure nested => Under(nested.Operand, [nested.Window, .. windows]),
        MetricMeasure { Metric: { Every: null } metric } when metric.Unit == metric.Body.Unit => Under(metric.Body, windows),
        AggregateMeasure aggregate => Aggregate(aggregate, windows),
        ShareMeasure share => Share(share, windows),
        _ => Digest.Of("over", windows.Select(w => w.ToString()).Prepend(Visit(operand))),
    };

    private string Comparison(CompareMeasure node, bool isNegated)
    {
        bool isOpposite = node.Operator is Binding.Model.Comparison.NotEqual or Binding.Model.Comparison.GreaterOrEqual or Binding.Model.Comparison.LessOrEqual;
        bool isSwapped = node.Operator is Binding.Model.Comparison.Greater or Binding.Model.Comparison.LessOrEqual;
        string form = node.Operator is Binding.Model.Comparison.Equal or Binding.Model.Comparison.NotEqual
            ? Digest.Of("equal", Operands(node.Left, node.Right, isInner))
            : isSwapped && isInner ? Digest.Of("less", Visit(node.Right), Visit(node.Left))
            : Digest.Of(isSwapped ? "greater" : "less", Visit(node.Left), Visit(node.Right));
        return isOpposite != isNegated ? Digest.Of("not", form) : form;
    }

    private IEnumerable<string?> Operands(Measure left, Measure right, bool isFree)
    {
        string[] forms = [Visit(left), Visit(right)];
        return isFree ? forms.OrderBy(f => f, StringComparer.Ordinal) : forms;
    }

    private string Key(EntityKey key) => key switch
    {
        ColumnKey column => Digest.Of("column", Paths(column), CanonicalSources.Column(column.Entity)),
        SourceKey source => Digest.Of("source", Paths(source), CanonicalRows.Of(source.Rows), CanonicalSources.Column(source.Entity)),
        SetKey set => Digest.Of("set", Paths(set), CanonicalSets.Of(set.Set, isInner)),
        _ => throw Unexpected.Node(key),
    };

    private static string Paths(EntityKey key) =>
        Digest.OfSet("paths", key.Paths.Select(p => Digest.Of("path", CanonicalSources.Of(p.Source), CanonicalRows.Of(p.Column))));

    private static string? Parameter(decimal? parameter) => parameter is { } value ? NumberText.Of(value) : null;
}
