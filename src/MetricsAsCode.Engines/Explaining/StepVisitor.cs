using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Binding.Model.Printing;
using MetricsAsCode.Engines.Reference;
using MetricsAsCode.Results;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.Explaining;

// 1. Every part is evaluated by the engine in the context where it stands: windows and `every` move the stretch of days.
// 2. A metric and its formula are one step, and so are a window and the aggregate it stands on: they have one value.
// 3. A reason begins at the first part that has it while none of its own parts has.

/// <summary>The steps of a formula at one place.</summary>
internal sealed class StepVisitor(Evidence evidence, Place place) : MeasureVisitor<ExplainedStep>
{
    private readonly Place place = place;

    protected override ExplainedStep Literal(MeasureLiteral node) => Step("constant", node, []);

    protected override ExplainedStep AsOf(AsOfMeasure node) => Step("constant", node, []);

    protected override ExplainedStep Aggregate(AggregateMeasure node) => Leaf("aggregate", node, new Reading(node.Rows, node.Value, Entity: EntityOf(node.Rows)));

    protected override ExplainedStep Share(ShareMeasure node) => Leaf("share", node, new Reading(node.Base, Condition: node.Condition, Entity: EntityOf(node.Base)));

    protected override ExplainedStep Size(SizeMeasure node)
    {
        var set = Sets.Visit(node.Set);
        return Step("aggregate", node, set.Rows is null ? set.Parts : [set]) with { Members = set.Rows is null ? set.Members : null };
    }

    protected override ExplainedStep Arithmetic(ArithmeticMeasure node) => Step("operator", node, [Visit(node.Left), Visit(node.Right)]);

    protected override ExplainedStep Negate(NegateMeasure node) => Step("operator", node, [Visit(node.Operand)]);

    protected override ExplainedStep Compare(CompareMeasure node) => Step("condition", node, [Visit(node.Left), Visit(node.Right)]);

    protected override ExplainedStep Logic(LogicMeasure node) => Step("condition", node, [Visit(node.Left), Visit(node.Right)]);

    protected override ExplainedStep Not(NotMeasure node) => Step("condition", node, [Visit(node.Operand)]);

    protected override ExplainedStep IsMissing(IsMissingMeasure node) => Step("condition", node, [Visit(node.Operand)]);

    protected override ExplainedStep In(InMeasure node) => Step("condition", node, [Visit(node.Operand)]);

    protected override ExplainedStep If(IfMeasure node)
    {
        var (condition, then, otherwise) = (Visit(node.Condition), Visit(node.Then), Visit(node.Else));
        if (condition.Found is not { } found)
            return Step("function", node, [condition, then, otherwise]);
        bool isTrue = found.Value is { HasValue: true, AsBoolean: true };
        return Step("function", node, [condition, Taken(then, isTrue), Taken(otherwise, !isTrue)]);
    }

    protected override ExplainedStep Call(CallMeasure node) => Step("function", node, [.. node.Arguments.Select(Visit)]);

    protected override ExplainedStep Window(WindowMeasure node)
    {
        var there = Moved(period => evidence.Parts.Windows.Apply(node.Window, period));
        var operand = there.Visit(node.Operand);
        bool isOne = operand.Kind is "aggregate" or "share" && operand.Name is null;
        return Step("window", node, isOne ? operand.Parts : [operand]) with { Days = operand.Days, Rows = isOne ? operand.Rows : null };
    }

    protected override ExplainedStep Every(EveryMeasure node)
    {
        var there = LastWhole(node.Grain);
        return Step("every", node, [there.Visit(node.Operand)]) with { Days = there.Days, Notes = there.Whole(node.Grain) };
    }

    protected override ExplainedStep Metric(MetricMeasure node)
    {
        var metric = node.Metric;
        var there = metric.Every is { } grain ? LastWhole(grain) : this;
        var body = there.Written(metric.Location).Visit(metric.Body);
        var step = Step("metric", node, body.Parts);
        return step with
        {
            Name = metric.Name,
            Text = $"{metric.Name} = {body.Text}",
            Written = metric.Formula,
            Place = metric.Location,
            Days = body.Days,
            Found = step.Found is { } found ? found with { Display = ResultUnits.DisplayOf(metric) } : null,
            // The body is no step of its own, so its reason is the metric's, unless the metric never came to it.
            Why = there.place.Context is null ? step.Why : body.Why,
            Notes = [.. metric.Every is { } unit ? there.Whole(unit) : [], .. body.Notes],
            Rows = body.Rows,
            Entities = body.Entities,
            Units = body.Units,
            Members = body.Members,
        };
    }

    protected override ExplainedStep Per(PerMeasure node) => OverEntities(node, node.Operand, node.Key, isShare: false);

    protected override ExplainedStep SharePer(SharePerMeasure node) => OverEntities(node, node.Condition, node.Key, isShare: true);

    // The operand has a value for each unit; its parts are shown for the last one.
    protected override ExplainedStep Each(EachMeasure node)
    {
        if (place.Context is not { } context)
            return Step("each", node, [Visit(node.Operand)]);
        var stretches = evidence.Parts.Leaves.UnitsOf(node, context.Period).ToList();
        var units = stretches.Select(unit => new ExplainedUnit(evidence.Days(unit), evidence.Measure(node.Operand, context.At(unit)))).ToList();
        if (stretches.Count == 0)
            return Step("each", node, []) with { Units = units };
        var last = At(place with { Context = context.At(stretches[^1]) }).Visit(node.Operand);
        return Step("each", node, [last with { Notes = [$"the last of {stretches.Count}", .. last.Notes] }]) with { Units = units };
    }

    // A number and the rows that cannot be judged yet beside it are one step.
    // One value with its operand; the rows left out stand beside its parts.
    protected override ExplainedStep LeftOut(LeftOutMeasure node)
    {
        var (operand, immature) = (Visit(node.Operand), Visit(node.Count));
        var step = Step(operand.Kind, node, operand.Parts);
        return operand with
        {
            Found = step.Found,
            Why = operand.Why is not null && step.Found?.Reason is { Code: ReasonCode.Immature } ? $"nothing can be judged by the as-of {evidence.AsOf}, and {immature.Found} cannot yet" : operand.Why ?? step.Why,
            Parts = immature.Found is { Value: { IsNumber: true } rows } && rows.ToDouble() > 0
                ? [.. operand.Parts, immature with { Notes = [ImmatureNote, .. immature.Notes] }]
                : operand.Parts,
        };
    }

    /// <summary>Of rows that cannot be judged yet, and so are left out.</summary>
    internal const string ImmatureNote = "immature, left out";

    private string? Days => place.Context is { } context ? evidence.Days(context.Period) : null;

    private SetStepVisitor Sets => new(evidence, place);

    private StepVisitor At(Place other) => new(evidence, other);

    private StepVisitor Written(Compiler.Text.Location definition) => At(place with { Definition = definition });

    private StepVisitor LastWhole(Compiler.Syntax.Grain grain) => Moved(period => evidence.Parts.Windows.LastWhole(grain, period));

    private StepVisitor Moved(Func<Stretch, Stretch> aim)
    {
        try
        {
            return At(place with { Context = place.Context is { } context ? context.At(aim(context.Period)) : null });
        }
        catch (NoValueException)
        {
            return At(place with { Context = null });
        }
    }

    private string[] Whole(Compiler.Syntax.Grain grain) => place.Context is null ? [] : [$"the last whole {grain.ToString().ToLowerInvariant()}"];

    private static ExplainedStep Taken(ExplainedStep branch, bool isTaken) => branch with { Notes = [isTaken ? "taken" : "not taken", .. branch.Notes] };

    private ExplainedStep OverEntities(Measure node, Measure operand, EntityKey key, bool isShare)
    {
        var entities = place.Context is { } context ? Listed(operand, key, isShare, context) : null;
        var parts = new List<ExplainedStep> { Example(operand, key, entities) };
        if (key is SetKey set)
            parts.Add(Sets.Visit(set.Set));
        else if (key is SourceKey source)
            parts.Add(Sets.Source(source));
        return Step("per", node, parts) with { Entities = entities?.Shown };
    }

    /// <summary>The operand has a value for each entity; its parts are shown for one.</summary>
    private ExplainedStep Example(Measure operand, EntityKey key, EntityList? entities)
    {
        if (entities?.Example is not { } entity)
            return At(place with { Context = null, Key = key }).Visit(operand);
        var step = At(place with { Context = place.Context!.With(new EntityRestriction(key, entity)), Key = key }).Visit(operand);
        return step with { Notes = [$"for {CellText.Name(entity)}", .. step.Notes] };
    }

    private EntityList? Listed(Measure operand, EntityKey key, bool isShare, Context context)
    {
        try
        {
            return evidence.Entities.Of(operand, key, isShare, context);
        }
        catch (NoValueException)
        {
            return null;
        }
    }

    private ExplainedStep Leaf(string kind, Measure node, Reading reading)
    {
        var step = Step(kind, node, []);
        if (place.Context is not { } context || Page(reading, context) is not { } page)
            return step with { Days = null };
        var sets = reading.Rows.Conditions.Append(reading.Condition).Append(reading.Value).OfType<RowExpression>().SelectMany(RowParts.All).OfType<RowInSet>();
        // Whether a row is in a set does not depend on the group or entity looked at.
        var there = new Context(evidence.Parts.Rows.StretchOf(reading.Rows, context.Period));
        var parts = sets.Select(s => s.Set).Distinct().Select(s => new SetStepVisitor(evidence, place with { Context = there, Key = null }).Visit(s)).ToList();
        return step with { Days = page.Days, Rows = page.Number, Parts = parts, Why = Why(node, step.Found, parts, page) };
    }

    private RowColumn? EntityOf(BoundRows rows) => place.Key?.Paths.FirstOrDefault(p => ReferenceEquals(p.Source, rows.Source))?.Column;

    private ExplainedRows? Page(Reading reading, Context context)
    {
        try
        {
            return evidence.Rows.At(reading, context);
        }
        catch (NoValueException)
        {
            return null;
        }
    }

    private ExplainedStep Step(string kind, Measure node, IReadOnlyList<ExplainedStep> parts)
    {
        var found = place.Context is { } context ? evidence.Measure(node, context) : null;
        var let = evidence.Names.Of(node);
        string words = evidence.Names.In(MeasurePrinter.Print(NamingRewriter.Named(node, evidence.Names)), let);
        string text = let is null || let.Name == words ? words : $"{let.Name} = {words}";
        return new ExplainedStep(kind, text, Days, parts)
        {
            Name = let?.Name,
            Place = let?.Location ?? place.Definition,
            Found = found,
            Why = Why(node, found, parts, null),
        };
    }

    private string? Why(Measure node, Measurement? found, IReadOnlyList<ExplainedStep> parts, ExplainedRows? rows) =>
        found?.Reason is { } reason && !parts.Any(p => reason == p.Found?.Reason && !p.Notes.Contains("not taken"))
            ? ReasonWords.Of(reason, node, parts, rows, Days ?? "", evidence.AsOf)
            : null;
}
