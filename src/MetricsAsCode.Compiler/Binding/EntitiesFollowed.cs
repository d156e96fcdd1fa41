using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Binding;

/// <summary>Entities that a formula follows from one stretch of time to another, and the rows that it sees them by.</summary>
/// <param name="IsCohort">Whether it asks who came back, rather than who is in a set no more or again.</param>
internal sealed record Followed(SourceSymbol Source, RowColumn Entity, bool IsCohort);

/// <summary>
/// Finds churn and retention in a formula:
/// 1. a division of the sizes of sets in which a set is combined with one of another stretch of time: <c>size(a over previous except a) / size(a over previous)</c>;
/// 2. a share of those who start that came back: <c>joiners.retained(days 1..30)</c>.
/// </summary>
internal sealed class EntitiesFollowed : MeasureRewriter
{
    private readonly List<Followed> found = [];
    private readonly HashSet<(MetricSymbol Metric, bool IsDivided)> metrics = [];

    private int divisions;

    /// <summary>In reading order, each once.</summary>
    public static IReadOnlyList<Followed> In(Measure measure)
    {
        var pass = new EntitiesFollowed();
        pass.Rewrite(measure);
        return [.. pass.found.Distinct()];
    }

    public override Measure Rewrite(Measure measure)
    {
        switch (measure)
        {
            case ArithmeticMeasure { Operator: ArithmeticOperator.Divide }:
                divisions++;
                base.Rewrite(measure);
                divisions--;
                return measure;
            case SizeMeasure { Set: var set } when divisions > 0:
                Compared(set);
                return measure;
            case ShareMeasure { Condition: RowReturned { Cohort: var cohort } }:
                found.Add(new Followed(cohort.Starts.Source, cohort.Starter, IsCohort: true));
                return measure;
            default:
                return base.Rewrite(measure);
        }
    }

    protected override BoundRows RewriteRows(BoundRows rows) => rows;

    protected override Measure RewriteMetric(MetricMeasure measure)
    {
        if (metrics.Add((measure.Metric, divisions > 0)))
        {
            Rewrite(measure.Metric.Body);
        }

        return measure;
    }

    private void Compared(EntitySet set)
    {
        var leaves = Leaves(set, []).ToList();
        if (set is SetCombination or SetWindow && leaves.Any(l => !l.Windows.SequenceEqual(leaves[0].Windows)))
        {
            found.AddRange(leaves.Select(l => new Followed(l.Set.Rows.Source, l.Set.Element, IsCohort: false)));
        }
    }

    private static IEnumerable<(SetOfRows Set, ImmutableArray<WindowStep> Windows)> Leaves(EntitySet set, ImmutableArray<WindowStep> windows) => set switch
    {
        SetCombination s => Leaves(s.Left, windows).Concat(Leaves(s.Right, windows)),
        SetWindow s => Leaves(s.Set, windows.Add(s.Window)),
        SetOfRows s => [(s, windows.AddRange(s.Rows.Steps.OfType<RowWindow>().Select(w => w.Window)))],
        _ => throw Unexpected.Node(set),
    };
}
