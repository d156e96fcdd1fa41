using MetricsAsCode.Compiler.Binding.Model.Printing;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Planning.Printing;

/// <summary>Formulas over numbered aggregates: <c>sum(a0) / count(a1 over previous)</c>.</summary>
internal sealed class NumberPrinter : PlanNumberVisitor<Printed>
{
    private static readonly NumberPrinter Instance = new();

    public static string Print(PlanNumber number) => Instance.Visit(number).Text;

    public static Printed Print(PlanSet set) => set switch
    {
        PlanSetReading reading => Read(reading.Aggregate, reading.Steps),
        PlanSetCombination node => new(
            $"{Print(node.Left).For(Tightness.Sum)} {OperatorText.Of(node.Operator)} {Print(node.Right).For(Tightness.Product)}", Tightness.Sum),
        _ => throw Unexpected.Node(set),
    };

    protected override Printed Constant(PlanConstant node) => new(MeasurePrinter.Print(node.Value, node.Unit, node.Text));

    protected override Printed AsOf(PlanAsOf node) => new("as_of");

    protected override Printed Reading(PlanReading node) =>
        new($"{OperatorText.Of(node.Kind)}({Read(node.Aggregate, node.Steps)}{OperatorText.Parameter(node.Kind, node.Parameter)})");

    protected override Printed Share(PlanShare node) => new($"share(a{Id(node.Hits)} among {Read(node.Base, node.Steps)})");

    protected override Printed Size(PlanSize node) => new($"size({Print(node.Set)})");

    protected override Printed Arithmetic(PlanArithmetic node) => OperatorText.Arithmetic(node.Operator, Visit(node.Left), Visit(node.Right));

    protected override Printed Negate(PlanNegate node) => OperatorText.Negate(Visit(node.Operand));

    protected override Printed Compare(PlanCompare node) => OperatorText.Compare(node.Operator, Visit(node.Left), Visit(node.Right));

    protected override Printed Logic(PlanLogic node) => OperatorText.Logic(node.IsOr, Visit(node.Left), Visit(node.Right));

    protected override Printed Not(PlanNot node) => OperatorText.Not(Visit(node.Operand));

    protected override Printed IsMissing(PlanIsMissing node) => OperatorText.Is(Visit(node.Operand), "missing");

    protected override Printed In(PlanIn node) =>
        OperatorText.In(Visit(node.Operand), $"[{string.Join(", ", node.Choices.Select(c => MeasurePrinter.Choice(c, node.Operand.Unit)))}]");

    protected override Printed If(PlanIf node) => OperatorText.If(Visit(node.Condition), Visit(node.Then), Visit(node.Else));

    protected override Printed Call(PlanCall node) => OperatorText.Call(OperatorText.Of(node.Function), node.Arguments.Select(Visit));

    protected override Printed Per(PlanPer node) =>
        new($"{OperatorText.Of(node.Kind)}({Visit(node.Operand)} per {Key(node.Key)}{OperatorText.Parameter(node.Kind, node.Parameter)})");

    protected override Printed SharePer(PlanSharePer node) => new($"share({Visit(node.Condition)} per {Key(node.Key)})");

    protected override Printed Each(PlanEach node) => new(
        $"{OperatorText.Of(node.Kind)}({Visit(node.Operand)} each {GrainText.Of(node.Grain)}{OperatorText.Parameter(node.Kind, node.Parameter)}){Steps(node.Steps)}",
        node.Steps.IsEmpty ? Tightness.Whole : Tightness.Window);

    protected override Printed Within(PlanWithin node) => Visit(node.Operand);

    protected override Printed LeftOut(PlanLeftOut node) => Visit(node.Operand);

    private static Printed Read(int aggregate, EquatableArray<PlanStep> steps) =>
        new($"a{Id(aggregate)}{Steps(steps)}", steps.IsEmpty ? Tightness.Whole : Tightness.Window);

    /// <summary>As they are written: the innermost first.</summary>
    public static string Steps(EquatableArray<PlanStep> steps) => string.Concat(steps.Reverse().Select(s => s switch
    {
        PlanWindow window => $" {window.Step}",
        PlanEvery every => $" every {GrainText.Of(every.Grain)}",
        PlanWhole whole => $" whole {GrainText.Of(whole.Grain)}s",
        _ => throw Unexpected.Node(s),
    }));

    private static string Key(PlanKey key) => key switch
    {
        PlanColumnKey => key.Entity.ToString(),
        PlanSourceKey rows => $"{key.Entity} of r{Id(rows.Selection)}{Steps(rows.Steps)}",
        PlanSetKey set => Print(set.Set).Text,
        _ => throw Unexpected.Node(key),
    };

    private static string Id(int id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
