using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Declarations;

// 1. Entries are the rows of the first step in the period whose window has closed by the as-of; the others are left out and counted.
// 2. A step's count are the entities with an entry whose chain reaches it; rates divide counts, so none exceeds 100%.
// 3. The time to a step is that of the entity's deepest chain, of several such chains the earliest.

/// <summary>The metrics of a funnel, each an ordinary formula over the rows of its first step.</summary>
internal sealed class FunnelMembers(FunnelDeclaration declaration, FunnelChain chain, ColumnSymbol entity, Scope scope)
{
    private readonly BoundRows entries = chain.Steps[0].Rows;
    private readonly RowColumn entrant = chain.Steps[0].Entity;

    private string Name => declaration.Name.Text;

    private RowChain Closed => new(chain, ChainPart.Mature, 0, ScalarType.Boolean);

    private BoundRows Mature => entries.Then(new RowFilter(Closed));

    public FunnelSymbol Make()
    {
        string first = declaration.Steps[0].Name.Text;
        var entered = Member("entered", "entered", Judged(Distinct(Mature)), $"entities with a row of {first}");
        var steps = new List<FunnelStepSymbol>();
        for (int i = 0; i < declaration.Steps.Length; i++)
        {
            steps.Add(Step(i, entered, steps.LastOrDefault()));
        }

        var last = steps[steps.Count - 1];
        var rate = Member("rate", "rate", new MetricMeasure(last.Rate), $"{Name}.{last.Name}.rate", Percent, Direction.Higher);
        var dropOff = Member("drop_off", "drop-off", OneLess(rate), $"1 - {Name}.rate", Percent, Direction.Lower);
        return new FunnelSymbol(
            scope.Module.Name, Name, declaration.Label?.Value, declaration.Description, entity, chain.Within, [.. steps], entered, rate, dropOff, scope.At(declaration.Name));
    }

    private static Display Percent => new(DisplayKind.Percent);

    private FunnelStepSymbol Step(int index, MetricSymbol entered, FunnelStepSymbol? before)
    {
        var written = declaration.Steps[index];
        string step = written.Name.Text;
        if (before is null)
        {
            var all = Member($"{step}.count", Of(written, "count"), new MetricMeasure(entered), $"{Name}.entered");
            var whole = Member($"{step}.rate", Of(written, "rate"), Share(all, entered), $"{Name}.{step}.count / {Name}.entered", Percent, Direction.Higher);
            return new FunnelStepSymbol(step, written.Label?.Value, all, whole, null, null, null, null);
        }

        var count = Member($"{step}.count", Of(written, "count"), Judged(Distinct(Reaching(index))), $"entities that reach {step} within {Within}");
        var rate = Member($"{step}.rate", Of(written, "rate"), Share(count, entered), $"{Name}.{step}.count / {Name}.entered", Percent, Direction.Higher);
        var stepRate = index == 1
            ? Member($"{step}.step_rate", Of(written, "step rate"), new MetricMeasure(rate), $"{Name}.{step}.rate", Percent, Direction.Higher)
            : Member($"{step}.step_rate", Of(written, "step rate"), Share(count, before.Count), $"{Name}.{step}.count / {Name}.{before.Name}.count", Percent, Direction.Higher);
        var dropOff = Member($"{step}.drop_off", Of(written, "drop-off"), OneLess(stepRate), $"1 - {Name}.{step}.step_rate", Percent, Direction.Lower);
        var time = Member($"{step}.time", Of(written, "time"), Judged(Time(index, AggregateKind.Median)), $"median time from entry to {step}", null, Direction.Lower);
        var mean = Member($"{step}.mean_time", Of(written, "mean time"), Judged(Time(index, AggregateKind.Avg)), $"mean time from entry to {step}", null, Direction.Lower);
        return new FunnelStepSymbol(step, written.Label?.Value, count, rate, stepRate, dropOff, time, mean);
    }

    private string Within => Model.Printing.NumberText.Duration(chain.Within);

    private static string Of(FunnelStepSyntax step, string what) => $"{step.Label?.Value ?? step.Name.Text}, {what}";

    private AggregateMeasure Distinct(BoundRows rows) => new(AggregateKind.Distinct, rows, entrant, null, Unit.Count);

    private BoundRows Reaching(int step) => Mature.Then(new RowFilter(new RowCompare(Comparison.GreaterOrEqual, Depth, Steps(step + 1))));

    private RowChain Depth => new(chain, ChainPart.Depth, 0, ScalarType.Integer);

    private static RowLiteral Steps(int count) => new(new Literal(ScalarKind.Integer, count), ScalarType.Integer);

    /// <summary>Entries that cannot be judged yet stand beside every number.</summary>
    private LeftOutMeasure Judged(Measure measure) => new(
        measure, new AggregateMeasure(AggregateKind.Count, entries.Then(new RowFilter(new RowNot(Closed))), entrant, null, Unit.Count));

    // The counts' own notes would say twice what the quotient's says.
    private LeftOutMeasure Share(MetricSymbol part, MetricSymbol whole) => Judged(new ArithmeticMeasure(ArithmeticOperator.Divide, Counted(part), Counted(whole), Unit.Ratio));

    private static Measure Counted(MetricSymbol count) => count.Body switch
    {
        LeftOutMeasure judged => judged.Operand,
        MetricMeasure alias => Counted(alias.Metric),
        _ => throw Unexpected.Node(count.Body),
    };

    private static ArithmeticMeasure OneLess(MetricSymbol rate) =>
        new(ArithmeticOperator.Subtract, new MeasureLiteral(1, Unit.Ratio, IsBare: true), new MetricMeasure(rate), Unit.Ratio);

    private PerMeasure Time(int step, AggregateKind kind)
    {
        var elapsed = new RowChain(chain, ChainPart.Elapsed, step, ScalarType.Duration.Optional());
        var deepestFirst = Enumerable.Range(step, declaration.Steps.Length - step).Reverse()
            .Select(depth => (Measure)new AggregateMeasure(
                AggregateKind.First, Mature.Then(new RowFilter(new RowCompare(Comparison.Equal, Depth, Steps(depth + 1)))), elapsed, null, Unit.Duration))
            .ToEquatable();
        var time = deepestFirst.Count == 1 ? deepestFirst[0] : new CallMeasure(ScalarFunction.Coalesce, deepestFirst, Unit.Duration);
        var key = new SetKey(new SetOfRows(Reaching(step), entrant), [new KeyPath(entries.Source, entrant)]);
        return new PerMeasure(kind, time, key, null, Unit.Duration);
    }

    private MetricSymbol Member(string name, string what, Measure body, string formula, Display? display = null, Direction better = Direction.None)
    {
        var metric = new MetricSymbol(scope.Module.Name, $"{Name}.{name}", $"{declaration.Label?.Value ?? Name}: {what}", declaration.Description, formula, scope.At(declaration.Name))
        {
            MemberOf = Name,
        };
        MetricFacts.Complete(metric, body, (display, body.Unit), null);
        metric.Better = better;
        return metric;
    }
}
