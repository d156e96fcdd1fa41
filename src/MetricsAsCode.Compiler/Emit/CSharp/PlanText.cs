using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Binding.Model.Printing;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Planning.Printing;

namespace MetricsAsCode.Compiler.Emit.CSharp;

/// <summary>Row expressions of a plan in the language's own words, with the sets that they test written out.</summary>
internal sealed class PlanText(Plan plan)
{
    public string Of(RowExpression expression) => Print(expression).Text;

    private Printed Print(RowExpression expression) => new PlanRowPrinter(SetText).Visit(expression);

    /// <summary>A set in a filter's text: the rows that it is made of.</summary>
    private string SetText(PlanSet set) => set switch
    {
        PlanSetReading reading => ReadingText(reading),
        PlanSetCombination node => $"({SetText(node.Left)} {OperatorText.Of(node.Operator)} {SetText(node.Right)})",
        _ => throw Unexpected.Node(set),
    };

    private string ReadingText(PlanSetReading reading)
    {
        var aggregate = plan.Aggregates[reading.Aggregate];
        var selection = plan.Selections[aggregate.Selection];
        string conditions = string.Join(" and ", selection.Filters.Select(f => Print(plan.Filters[f].Condition).For(Tightness.And)));
        string where = conditions.Length == 0 ? "" : $" where {conditions}";
        return $"set({plan.NameOf(selection.Source)}.{Of(aggregate.Value!)}{where}{NumberPrinter.Steps(reading.Steps)})";
    }
}
