using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Emit.Sql;

/// <summary>Conditions that what a reading needs is there: a stretch for its window and those of the sets that its filters and its value test, and sets of which the members are known.</summary>
/// <param name="statement">The statement.</param>
/// <param name="period">The period at hand, e.g. <c>en.p</c>.</param>
internal sealed class SqlReach(SqlStatement statement, string period)
{
    /// <summary>Of an aggregate.</summary>
    public IEnumerable<string> Of(PlanAggregate aggregate, EquatableArray<PlanStep> steps) =>
        (steps.IsEmpty ? [] : new[] { InWindow(steps) }).Concat(OfTests(statement.Plan.TestsOf(aggregate), steps));

    /// <summary>Of the sets that the filters of rows test.</summary>
    public IEnumerable<string> OfTests(PlanSelection selection, EquatableArray<PlanStep> steps) => OfTests(statement.Plan.TestsOf(selection), steps);

    private IEnumerable<string> OfTests(IEnumerable<PlanSetTest> tests, EquatableArray<PlanStep> steps) => tests
        .SelectMany(test => Of(test.Set, steps).Concat(statement.Doubts(test.Set, steps, []) is { } doubts ? [$"{period} NOT IN (SELECT p FROM {doubts})"] : []));

    /// <summary>Of a set, whose own members may differ by what lies around.</summary>
    public IEnumerable<string> Of(PlanSet set, EquatableArray<PlanStep> steps) =>
        ReadingsOf(set).SelectMany(reading => Of(statement.Plan.Aggregates[reading.Aggregate], steps.AddRange(reading.Steps)));

    public string InWindow(EquatableArray<PlanStep> steps) => $"{period} IN (SELECT p FROM {statement.Window(steps)})";

    public static IEnumerable<PlanSetReading> ReadingsOf(PlanSet set) => set switch
    {
        PlanSetReading reading => [reading],
        PlanSetCombination node => ReadingsOf(node.Left).Concat(ReadingsOf(node.Right)),
        _ => throw Unexpected.Node(set),
    };
}
