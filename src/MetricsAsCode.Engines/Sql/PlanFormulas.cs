using MetricsAsCode.Calculation;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;
using MetricsAsCode.Engines.Reference;
using MetricsAsCode.Time;
using MetricsAsCode.Values;
using PlanKind = MetricsAsCode.Compiler.Binding.Model.AggregateKind;
using RunKind = MetricsAsCode.Calculation.AggregateKind;

namespace MetricsAsCode.Engines.Sql;

/// <summary>
/// A plan's numbers as formulas of the runtime, the same that generated code is made of, and the way back from what they read to the plan.
/// Their aggregates have no kernels: rows are the database's.
/// </summary>
internal sealed class PlanFormulas : PlanNumberVisitor<Formula>
{
    private readonly Plan plan;
    private readonly Dictionary<int, Selection> selections = [];
    private readonly Dictionary<int, Aggregate> aggregates = [];
    private readonly Dictionary<Aggregate, int> ids = [];
    private readonly Dictionary<Formula, PlanNumber> perEntity = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SetFormula, PlanSet> sets = [];
    private readonly Dictionary<PlanNumber, Formula> known = new(ReferenceEqualityComparer.Instance);

    public PlanFormulas(Plan plan)
    {
        this.plan = plan;
        Metrics = [.. plan.Metrics.Select(m => new MetricPlan(
            plan.NameOf(m.Metric), Of(m.Formula), ResultUnits.Of(m.Metric.Unit), (Time.Grain?)m.Metric.Every, ResultUnits.DisplayOf(m.Metric))
        {
            Sample = m.Sample is { } sample ? new SamplePlan(Of(sample.ResponseRate), plan.NameOf(sample.Asked), sample.IsProportion) : null,
        })];
    }

    public IReadOnlyList<MetricPlan> Metrics { get; }

    public int IdOf(Aggregate aggregate) => ids[aggregate];

    public PlanSet SetOf(SetFormula set) => sets[set];

    public PlanPer PerOf(PerFormula formula) => (PlanPer)perEntity[formula];

    public PlanSharePer PerOf(SharePerFormula formula) => (PlanSharePer)perEntity[formula];

    public static Window WindowOf(EquatableArray<PlanStep> steps) => steps.IsEmpty ? Window.Own : Window.Of([.. steps.Reverse().Select(StepOf)]);

    protected override Formula Constant(PlanConstant node) => Formula.Constant(ValueOf(node.Literal));

    protected override Formula AsOf(PlanAsOf node) => Formula.AsOf;

    protected override Formula Reading(PlanReading node) =>
        Formula.Read(AggregateOf(node.Aggregate), KindOf(node.Kind), WindowOf(node.Steps), (double)(node.Parameter ?? 0));

    protected override Formula Share(PlanShare node) => Formula.Share(AggregateOf(node.Hits), AggregateOf(node.Base), WindowOf(node.Steps));

    protected override Formula Size(PlanSize node) => Formula.Size(Set(node.Set));

    protected override Formula Arithmetic(PlanArithmetic node) => node.Operator switch
    {
        Compiler.Binding.Model.ArithmeticOperator.Add => Of(node.Left) + Of(node.Right),
        Compiler.Binding.Model.ArithmeticOperator.Subtract => Of(node.Left) - Of(node.Right),
        Compiler.Binding.Model.ArithmeticOperator.Multiply => Of(node.Left) * Of(node.Right),
        Compiler.Binding.Model.ArithmeticOperator.Divide => Of(node.Left) / Of(node.Right),
        _ => throw new InvalidOperationException($"Unexpected operator {node.Operator}."),
    };

    protected override Formula Negate(PlanNegate node) => -Of(node.Operand);

    protected override Formula Compare(PlanCompare node) => Formula.Compare(Of(node.Left), Enum.Parse<Calculation.Comparison>(node.Operator.ToString()), Of(node.Right));

    protected override Formula Logic(PlanLogic node) => node.IsOr ? Formula.Or(Of(node.Left), Of(node.Right)) : Formula.And(Of(node.Left), Of(node.Right));

    protected override Formula Not(PlanNot node) => Formula.Not(Of(node.Operand));

    protected override Formula IsMissing(PlanIsMissing node) => Formula.IsMissing(Of(node.Operand));

    protected override Formula In(PlanIn node) => Formula.In(Of(node.Operand), [.. node.Choices.Select(ValueOf)]);

    protected override Formula If(PlanIf node) => Formula.If(Of(node.Condition), Of(node.Then), Of(node.Else));

    protected override Formula Call(PlanCall node) => Formula.Call(Enum.Parse<NumberFunction>(node.Function.ToString()), [.. node.Arguments.Select(Of)]);

    protected override Formula Per(PlanPer node) => Remember(node, Formula.Per(KindOf(node.Kind), Of(node.Operand), Key(node.Key), (double)(node.Parameter ?? 0)));

    protected override Formula SharePer(PlanSharePer node) => Remember(node, Formula.SharePer(Of(node.Condition), Key(node.Key)));

    protected override Formula Each(PlanEach node) =>
        Formula.Each(KindOf(node.Kind), Of(node.Operand), (Time.Grain)node.Grain, WindowOf(node.Steps), (double)(node.Parameter ?? 0));

    protected override Formula Within(PlanWithin node) => Formula.Within(WindowOf(node.Steps), Of(node.Operand));

    protected override Formula LeftOut(PlanLeftOut node) => Formula.LeftOut(Of(node.Operand), Of(node.Count));

    /// <summary>Equal numbers are one object, and so are their formulas.</summary>
    public Formula Of(PlanNumber number)
    {
        if (!known.TryGetValue(number, out var formula))
            known.Add(number, formula = Visit(number));
        return formula;
    }

    private Formula Remember(PlanNumber node, Formula formula)
    {
        perEntity.Add(formula, node);
        return formula;
    }

    private Aggregate AggregateOf(int id)
    {
        if (aggregates.TryGetValue(id, out var aggregate))
            return aggregate;
        var planned = plan.Aggregates[id];
        aggregates.Add(id, aggregate = new Aggregate(SelectionOf(planned.Selection), Enum.Parse<AggregateState>(planned.State.ToString())));
        ids.Add(aggregate, id);
        return aggregate;
    }

    private Selection SelectionOf(int id)
    {
        if (!selections.TryGetValue(id, out var selection))
        {
            var planned = plan.Selections[id];
            selections.Add(id, selection = new Selection(plan.NameOf(planned.Source), planned.Time is { } time ? PathOf(time) : null));
        }

        return selection;
    }

    private SetFormula Set(PlanSet set)
    {
        SetFormula formula = set switch
        {
            PlanSetReading reading => new SetReading(AggregateOf(reading.Aggregate), WindowOf(reading.Steps)),
            PlanSetCombination { Operator: Compiler.Binding.Model.SetOperator.Union } node => Set(node.Left).Union(Set(node.Right)),
            PlanSetCombination { Operator: Compiler.Binding.Model.SetOperator.Intersect } node => Set(node.Left).Intersect(Set(node.Right)),
            PlanSetCombination node => Set(node.Left).Except(Set(node.Right)),
            _ => throw new InvalidOperationException($"Unexpected set {set.GetType().Name}."),
        };
        sets[formula] = set;
        return formula;
    }

    private Calculation.EntityKey Key(PlanKey key)
    {
        var paths = key.Paths.ToDictionary(p => plan.NameOf(p.Source), p => PathOf(p.Column));
        return key switch
        {
            PlanColumnKey => new Calculation.ColumnKey(paths),
            PlanSourceKey rows => new Calculation.SourceKey(SelectionOf(rows.Selection), WindowOf(rows.Steps), paths),
            PlanSetKey set => new Calculation.SetKey(Set(set.Set), paths),
            _ => throw new InvalidOperationException($"Unexpected key {key.GetType().Name}."),
        };
    }

    private static ColumnPath Living(Lifetime life) => ColumnPath.Life(life.From.Name, life.To.Name, life.IsThrough);

    public static ColumnPath PathOf(RowColumn column) => column.Life is { } life
        ? life.IncludesEnded ? Living(life).Begun() : Living(life)
        : new([.. ReferencePath.Steps(column)], column.Column.Name);

    private static RunKind KindOf(PlanKind kind) => Enum.Parse<RunKind>(kind.ToString());

    private static Value ValueOf(Literal literal) => literal.Kind switch
    {
        ScalarKind.Text => Value.Of(literal.Text ?? ""),
        ScalarKind.Boolean => Value.Of(literal.Number != 0),
        ScalarKind.Date => Value.Of(Calculation.Binding.Days.Date((int)literal.Number)),
        ScalarKind.Timestamp => Value.Of(new Instant((long)literal.Number)),
        _ => Value.Of((Exact)literal.Number),
    };

    private static Time.WindowStep StepOf(PlanStep step) => step switch
    {
        PlanEvery every => new Time.WindowStep.LastWhole((Time.Grain)every.Grain),
        PlanWhole whole => new Time.WindowStep.Whole((Time.Grain)whole.Grain),
        PlanWindow { Step: var window } => window.Form switch
        {
            WindowForm.Previous => new Time.WindowStep.Previous(window.Count),
            WindowForm.PreviousToDate => new Time.WindowStep.PreviousToDate(),
            WindowForm.SamePeriodLastYear => new Time.WindowStep.SamePeriodLastYear(),
            WindowForm.Trailing => new Time.WindowStep.Trailing(window.Count, (Time.Grain)window.Grain!.Value),
            WindowForm.ToDate => new Time.WindowStep.ToDate((Time.Grain)window.Grain!.Value),
            WindowForm.AllBefore => new Time.WindowStep.AllBefore(),
            WindowForm.Ever => new Time.WindowStep.Ever(),
            WindowForm.AtStart => new Time.WindowStep.AtStart(),
            WindowForm.AtEnd => new Time.WindowStep.AtEnd(),
            _ => throw new InvalidOperationException($"Unexpected window {window}."),
        },
        _ => throw new InvalidOperationException($"Unexpected step {step.GetType().Name}."),
    };
}
