using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Data;
using MetricsAsCode.Kernels;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.States;

/// <summary>How an aggregate's values are computed and kept.</summary>
/// <param name="NewState">Makes an empty state of so many slots.</param>
/// <param name="NewLane">Makes what computes the values of a block, from the sets that they test; null when rows are counted.</param>
/// <param name="LaneKey">Equal for aggregates that can share the lane.</param>
internal sealed record StateForm(Func<int, TallyState> NewState, Func<IReadOnlyList<MemberTest>, ValueLane>? NewLane = null, object? LaneKey = null)
{
    /// <summary>The form of an aggregate over a table.</summary>
    public static StateForm Of(Aggregate aggregate, SourceTable table, BoundData data) => (aggregate.State, aggregate.Value) switch
    {
        (AggregateState.Rows, _) => new StateForm(slots => new CountState(slots)),
        (_, null) => throw new InvalidOperationException($"An aggregate of state {aggregate.State} over `{table.Name}` has no value."),
        (AggregateState.Distinct, ColumnValue column) => OfEntities(column, table, data),
        (_, var value) => new ValueForms(aggregate, table, data).Of(value),
    };

    private static StateForm OfEntities(ColumnValue column, SourceTable table, BoundData data)
    {
        var domain = data.Entities.DomainOf(table.Name, column.Path).Count;
        var codes = data.Entities.CodesOf(table.Name, column.Path);
        return new StateForm(slots => DistinctState.Create(slots, domain, table.RowCount), _ => new CodesLane(codes), ("entity", column.Path.ToString()));
    }
}
