using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;
using MetricsAsCode.Engines.Reference.Rows;
using MetricsAsCode.Engines.Reference.Windows;
using MetricsAsCode.Time;
using WindowStep = MetricsAsCode.Compiler.Binding.Model.WindowStep;

namespace MetricsAsCode.Engines.Reference.Measures;

/// <summary>Rows that a measure reads, and the period at hand where it reads them (before the rows' own windows).</summary>
internal sealed record Leaf(BoundRows Rows, Stretch Period);

/// <summary>Finds every leaf of a measure at a period, in reading order. A leaf whose window has no stretch is none.</summary>
internal sealed class Leaves(WindowResolver windows, RowSelector rows)
{
    /// <summary>The rows of the measure's aggregates.</summary>
    public IEnumerable<Leaf> OfAggregates(Measure measure, Stretch period) => new LeafVisitor(this, windows, rows, period, withKeys: false).Visit(measure);

    /// <summary>The rows of the aggregates and of the entities that a <c>per</c> is computed for.</summary>
    public IEnumerable<Leaf> All(Measure measure, Stretch period) => new LeafVisitor(this, windows, rows, period, withKeys: true).Visit(measure);

    /// <summary>"Each day (week, month) that ends inside P and has ended"; in a P without a first day from the earliest row on.</summary>
    public IEnumerable<Stretch> UnitsOf(EachMeasure each, Stretch period) =>
        windows.UnitsEndingIn(period with { First = period.First ?? windows.DayOf(Earliest(each.Operand)) }, each.Grain);

    /// <summary>The earliest row, of any period, of the sources that a measure reads; null when none has a time.</summary>
    public Instant? Earliest(Measure measure) => All(measure, windows.NewestDay).Select(leaf => rows.Earliest(leaf.Rows)).Min();

    /// <summary>"The rows of a source that exist by the end of P": those of any time up to it.</summary>
    public static BoundRows UpToTheEnd(BoundRows rows) =>
        rows with { Steps = new EquatableArray<RowStep>([new RowWindow(new WindowStep(WindowForm.Ever)), .. rows.Steps]) };
}
