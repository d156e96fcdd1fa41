using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Binding.Model.Printing;
using MetricsAsCode.Compiler.Planning.Model;

namespace MetricsAsCode.Compiler.Planning.Printing;

/// <summary>Row expressions of a plan: as the language writes them, sets by what the plan knows of them.</summary>
internal sealed class PlanRowPrinter(Func<PlanSet, string> set) : RowPrinter
{
    protected override Printed Column(RowColumn node) => node.Column.Formula is { } formula ? new Printed(formula) : base.Column(node);

    protected override Printed Extension(RowExpression node) => node switch
    {
        PlanSetTest test => OperatorText.In(Visit(test.Operand), set(test.Set)),
        PlanKnown known => OperatorText.Is(Visit(known.Operand), "known"),
        _ => base.Extension(node),
    };
}
