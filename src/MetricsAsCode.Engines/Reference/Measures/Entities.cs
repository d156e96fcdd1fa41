using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Engines.Reference.Rows;
using MetricsAsCode.Engines.Reference.Sets;
using MetricsAsCode.Engines.Reference.Tables;

namespace MetricsAsCode.Engines.Reference.Measures;

/// <summary>The entities that a <c>per</c> is computed for, in the order of their values.</summary>
internal sealed class Entities(ReferenceData data, RowSelector rows, SetEvaluator sets, Leaves leaves)
{
    /// <exception cref="NoValueException">A window has no stretch.</exception>
    public IReadOnlyList<Scalar> Of(EntityKey key, Measure operand, Context context) =>
        [.. Members(key, operand, context).Distinct().Order(ScalarOrder.Instance)];

    private IEnumerable<Scalar> Members(EntityKey key, Measure operand, Context context) => key switch
    {
        ColumnKey => leaves.OfAggregates(operand, context.Period)
            .SelectMany(leaf => ValuesIn(leaf.Rows, key.PathFrom(leaf.Rows.Source), context.At(leaf.Period))),
        SourceKey source when rows.StretchOf(source.Rows, context.Period) is var _ =>
            ValuesIn(Leaves.UpToTheEnd(source.Rows), new RowColumn([], source.Entity, source.Entity.Type), context.ForKey()),
        SetKey set => sets.Members(set.Set, context.ForKey()),
        _ => throw new InvalidOperationException($"Unexpected key {key.GetType().Name}."),
    };

    // Rows that belong to no entity, because the column is missing, count for none. An entity with a row of which a condition overflows is one whose measure does.
    private IEnumerable<Scalar> ValuesIn(BoundRows bound, RowColumn path, Context context) => rows.HasSets(bound, context)
        ? rows.SelectDoubtful(bound, context).Rows.Select(row => data.Value(path, row, bound.Time)).OfType<Scalar>()
        : [];
}
