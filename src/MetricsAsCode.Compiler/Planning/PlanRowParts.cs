using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning.Model;

namespace MetricsAsCode.Compiler.Planning;

/// <summary>The expressions that an expression of a plan is made of.</summary>
public sealed class PlanRowParts : RowParts
{
    private static readonly PlanRowParts Planned = new();

    /// <summary>The expression and all below it, in reading order.</summary>
    public static new IEnumerable<RowExpression> All(RowExpression expression) => Planned.AllOf(expression);

    /// <summary>Every column that is read, also those asked of sets.</summary>
    public static IEnumerable<RowColumn> Columns(RowExpression expression) =>
        All(expression).Select(e => e as RowColumn ?? (e as PlanSetTest)?.Operand).OfType<RowColumn>();

    /// <summary>What is asked of sets, in reading order.</summary>
    public static IEnumerable<PlanSetTest> Tests(RowExpression expression) => All(expression).OfType<PlanSetTest>();

    protected override IEnumerable<RowExpression> Extension(RowExpression node) => node switch
    {
        PlanSetTest => [],
        PlanKnown known => [known.Operand],
        _ => base.Extension(node),
    };
}
