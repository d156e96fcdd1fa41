using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Binding.Model.Printing;

/// <summary>Measures in the language's own words, one spelling for all equal ones.</summary>
public sealed class MeasurePrinter : MeasureVisitor<Printed>
{
    private static readonly MeasurePrinter Instance = new();

    public static string Print(Measure measure) => Instance.Visit(measure).Text;

    /// <summary>A constant of a unit: <c>20%</c>, <c>500 INR</c>, <c>30 days</c>.</summary>
    public static string Print(decimal value, Unit unit, string? text = null) => unit.Kind switch
    {
        UnitKind.Ratio => $"{NumberText.Of(value * 100)}%",
        UnitKind.Money => $"{NumberText.Of(value)} {unit.Currency}",
        UnitKind.Duration => NumberText.Duration(value),
        UnitKind.Date => NumberText.Date(value),
        UnitKind.Timestamp => NumberText.Timestamp(value),
        UnitKind.Text or UnitKind.Condition => RowPrinter.Print(Model.Literal.Of(value, text, unit), unit.Kind == UnitKind.Text ? ScalarType.Text : ScalarType.Boolean),
        _ => NumberText.Of(value),
    };

    protected override Printed Literal(MeasureLiteral node) => new(node.IsBare ? NumberText.Of(node.Value) : Print(node.Value, node.Unit, node.Text));

    protected override Printed AsOf(AsOfMeasure node) => new("as_of");

    protected override Printed Aggregate(AggregateMeasure node)
    {
        string argument = node.Value is null ? node.Rows.Source.Name : new RowPrinter(node.Rows.Source.Name).Visit(node.Value).Text;
        return new($"{OperatorText.Of(node.Kind)}({argument}{SetPrinter.Clauses(node.Rows)}{OperatorText.Parameter(node.Kind, node.Parameter)})");
    }

    protected override Printed Share(ShareMeasure node)
    {
        var hits = new BoundRows(node.Base.Source, default).Then(new RowFilter(node.Condition));
        return new($"share({node.Base.Source.Name}{SetPrinter.Clauses(hits)}{SetPrinter.Clauses(node.Base, "among")})");
    }

    protected override Printed Size(SizeMeasure node) => new($"size({SetPrinter.Print(node.Set)})");

    protected override Printed Arithmetic(ArithmeticMeasure node) => OperatorText.Arithmetic(node.Operator, Visit(node.Left), Visit(node.Right));

    protected override Printed Negate(NegateMeasure node) => OperatorText.Negate(Visit(node.Operand));

    protected override Printed Compare(CompareMeasure node) => OperatorText.Compare(node.Operator, Visit(node.Left), Visit(node.Right));

    protected override Printed Logic(LogicMeasure node) => OperatorText.Logic(node.IsOr, Visit(node.Left), Visit(node.Right));

    protected override Printed Not(NotMeasure node) =>
        node.Operand is IsMissingMeasure missing ? OperatorText.Is(Visit(missing.Operand), "known") : OperatorText.Not(Visit(node.Operand));

    protected override Printed IsMissing(IsMissingMeasure node) => OperatorText.Is(Visit(node.Operand), "missing");

    protected override Printed In(InMeasure node) =>
        OperatorText.In(Visit(node.Operand), $"[{string.Join(", ", node.Choices.Select(c => Choice(c, node.Operand.Unit)))}]");

    protected override Printed If(IfMeasure node) => OperatorText.If(Visit(node.Condition), Visit(node.Then), Visit(node.Else));

    protected override Printed Call(CallMeasure node) => OperatorText.Call(OperatorText.Of(node.Function), node.Arguments.Select(Visit));

    protected override Printed Window(WindowMeasure node) => new($"{Visit(node.Operand).For(Tightness.Window)} {node.Window}", Tightness.Window);

    protected override Printed Every(EveryMeasure node) =>
        new($"{Visit(node.Operand).For(Tightness.Window)} every {GrainText.Of(node.Grain)}", Tightness.Window);

    protected override Printed Metric(MetricMeasure node) => new(node.Metric.Name);

    protected override Printed Per(PerMeasure node) =>
        new($"{OperatorText.Of(node.Kind)}({Visit(node.Operand)} per {Key(node.Key)}{OperatorText.Parameter(node.Kind, node.Parameter)})");

    protected override Printed SharePer(SharePerMeasure node) => new($"share({Visit(node.Condition)} per {Key(node.Key)})");

    protected override Printed Each(EachMeasure node) =>
        new($"{OperatorText.Of(node.Kind)}({Visit(node.Operand)} each {GrainText.Of(node.Grain)}{OperatorText.Parameter(node.Kind, node.Parameter)})");

    protected override Printed LeftOut(LeftOutMeasure node) => Visit(node.Operand);

    internal static string Choice(Literal literal, Unit unit) =>
        literal.Kind == ScalarKind.Money ? $"{NumberText.Of(literal.Number)} {unit.Currency}"
        : unit.Kind == UnitKind.Ratio ? $"{NumberText.Of(literal.Number * 100)}%"
        : RowPrinter.Print(literal, new ScalarType(literal.Kind));

    private static string Key(EntityKey key) => key switch
    {
        ColumnKey column => column.Paths.Count == 0 ? column.Entity.Name : RowPrinter.Path(column.Paths[0].Column),
        SourceKey source => source.Rows.Source.Name,
        SetKey set => SetPrinter.Print(set.Set),
        _ => throw Unexpected.Node(key),
    };
}
