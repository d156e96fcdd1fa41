using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Binding.Model.Printing;
using MetricsAsCode.Engines.Reference;

namespace MetricsAsCode.Engines.Explaining;

/// <summary>The steps of a set; the value of each is the number of its members.</summary>
internal sealed class SetStepVisitor(Evidence evidence, Place place) : EntitySetVisitor<ExplainedStep>
{
    /// <summary>The rows of a source that entities are taken from.</summary>
    public ExplainedStep Source(SourceKey key)
    {
        var rows = Reference.Measures.Leaves.UpToTheEnd(key.Rows);
        var element = new RowColumn([], key.Entity, key.Entity.Type);
        return Rows(new SetOfRows(rows, element), evidence.Names.In(RowsText.Of(key.Rows)));
    }

    protected override ExplainedStep OfRows(SetOfRows node) => Rows(node, Text(node));

    protected override ExplainedStep Combination(SetCombination node) => Step(node, Text(node), [Visit(node.Left), Visit(node.Right)]);

    protected override ExplainedStep Window(SetWindow node)
    {
        var there = new SetStepVisitor(evidence, Moved(node.Window));
        var set = there.Visit(node.Set);
        // A window and the rows it stands on are one step.
        return set.Rows is null
            ? Step(node, Text(node), [set]) with { Days = set.Days }
            : Step(node, Text(node), set.Parts) with { Days = set.Days, Rows = set.Rows };
    }

    private Place Moved(WindowStep window)
    {
        try
        {
            return place with { Context = place.Context is { } context ? context.At(evidence.Parts.Windows.Apply(window, context.Period)) : null };
        }
        catch (NoValueException)
        {
            return place with { Context = null };
        }
    }

    private ExplainedStep Rows(SetOfRows node, string text)
    {
        var step = Step(node, text, []);
        if (place.Context is not { } context)
            return step;
        try
        {
            var page = evidence.Rows.At(new Reading(node.Rows, node.Element), context);
            return step with { Days = page.Days, Rows = page.Number };
        }
        catch (NoValueException)
        {
            return step;
        }
    }

    private string Text(EntitySet node) => evidence.Names.Of(node) is { } let ? let.Name : evidence.Names.In(SetPrinter.Print(node));

    private ExplainedStep Step(EntitySet node, string text, IReadOnlyList<ExplainedStep> parts)
    {
        var size = new SizeMeasure(node);
        var found = place.Context is { } context ? evidence.Measure(size, context) : null;
        var let = evidence.Names.Of(node);
        string days = place.Context is { } at ? evidence.Days(at.Period) : "";
        return new ExplainedStep("set", let is null ? text : $"{let.Name} = {evidence.Names.In(SetPrinter.Print(node), let)}", days.Length == 0 ? null : days, parts)
        {
            Name = let?.Name,
            Place = let?.Location ?? place.Definition,
            Found = found,
            Members = place.Context is { } shown ? evidence.Members(node, shown) : null,
            Why = found?.Reason is { } reason && !parts.Any(p => p.Found?.Reason == reason) ? ReasonWords.Of(reason, size, parts, null, days, evidence.AsOf) : null,
        };
    }
}
