using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines.Reference.Rows;
using MetricsAsCode.Engines.Reference.Tables;
using MetricsAsCode.Results;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines.Reference.Measures;

/// <summary>The groups of a breakdown, and which of them have rows.</summary>
internal sealed class Groups(ReferenceData data, RowSelector rows, Leaves leaves)
{
    /// <summary>"Groups are those of any part's window before any `where`, joined null-safe; (missing) is a group." In the order of <see cref="GroupOrder"/>.</summary>
    public IReadOnlyList<Scalar?> Of(Measure measure, Stretch period, ColumnSymbol dimension) =>
    [
        .. leaves.All(measure, period)
            .SelectMany(leaf => GroupsOf(leaf, DimensionPath.From(leaf.Rows.Source, dimension)))
            .Distinct()
            .OrderBy(group => group is null)
            .ThenBy(group => group is null ? "" : GroupText.Of(group, dimension), GroupOrder.Comparer),
    ];

    /// <summary>
    /// "In a breakdown: no value for a group of which the source has no row up to P's end, before any `where`."
    /// Of several sources, one with a row is enough. True outside a breakdown.
    /// </summary>
    public bool HasRows(IEnumerable<Leaf> ofMeasure, Context context) => !context.IsGrouped || ofMeasure.Any(leaf =>
    {
        var upToTheEnd = rows.StretchOf(leaf.Rows, leaf.Period) with { First = null, Unit = null };
        return rows.RowsBegunIn(leaf.Rows, context.GroupOnly().At(upToTheEnd)).Any();
    });

    private IEnumerable<Scalar?> GroupsOf(Leaf leaf, RowColumn dimension) =>
        rows.RowsIn(leaf.Rows, new Context(rows.StretchOf(leaf.Rows, leaf.Period))).Select(row => data.Value(dimension, row, leaf.Rows.Time));
}
