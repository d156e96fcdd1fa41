using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Data;
using MetricsAsCode.Kernels;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.States;

/// <summary>The forms of aggregates over values, by the values' type.</summary>
internal sealed class ValueForms(Aggregate aggregate, SourceTable table, BoundData data)
{
    public StateForm Of(RowValue value) => value switch
    {
        ColumnValue column => OfColumn(column),
        IntegerValue integer => Of<long, NaturalOrder<long>>(integer.Kernel, Integers(value.Type), value, slots => new IntegerSumState(slots, value.Type.Scale, IsMoney(value.Type))),
        ExactValue exact => Of<Int128, NaturalOrder<Int128>>(exact.Kernel, Exacts(value.Type), value, slots => new ExactSumState(slots, value.Type.Scale, IsMoney(value.Type))),
        NumberValue number => Of<double, NaturalOrder<double>>(number.Kernel, Cell.Of, value, slots => new RealSumState(slots)),
        BooleanValue truth => Of<bool, NaturalOrder<bool>>(truth.Kernel, Cell.Of, value),
        ComputedText text => Of<string, TextOrder>(Texts(text.Kernel), Cell.Of, value),
        _ => throw new InvalidOperationException($"Unexpected value {value.GetType().Name}."),
    };

    private StateForm OfColumn(ColumnValue value)
    {
        var (_, column, link) = table.Resolve(value.Path);
        var key = value.Path.ToString();
        return column switch
        {
            TextColumn c => OfTexts(c, link, key),
            ValueColumn<long> { Packed: { Step: 1 } packed } c when link is null && (aggregate.State is AggregateState.Values or AggregateState.Extent) => OfSteps(c, packed, key),
            ValueColumn<long> c => Of<long, NaturalOrder<long>>(
                (b, v, k) => ColumnKernel.Read(c, link, b.From, v, k), Integers(c.Type), key, slots => new IntegerSumState(slots, c.Type.Scale, IsMoney(c.Type)), Own(c, link)),
            ValueColumn<int> c => Of<long, NaturalOrder<long>>((b, v, k) => ColumnKernel.Read(c, link, b.From, v, k), Integers(c.Type), key),
            ValueColumn<double> c => Of<double, NaturalOrder<double>>(
                (b, v, k) => ColumnKernel.Read(c, link, b.From, v, k), Cell.Of, key, slots => new RealSumState(slots), c.Index(AllFinite.Of).Holds ? Own(c, link) : null),
            ValueColumn<bool> c => Of<bool, NaturalOrder<bool>>((b, v, k) => ColumnKernel.Read(c, link, b.From, v, k), Cell.Of, key),
            _ => throw new InvalidOperationException($"Column `{value.Path}` is {column.GetType().Name}, which cannot be aggregated."),
        };
    }

    private static Func<IReadOnlyList<MemberTest>, ValueLane>? Own<T>(ValueColumn<T> column, int[]? link)
        where T : unmanaged => link is null ? _ => new ColumnLane<T>(column) : null;

    // A column's values may lie near each other, though not each of them occurs.
    private StateForm OfSteps(ValueColumn<long> column, Packed packed, string key)
    {
        var integers = Integers(column.Type);
        Func<uint, Cell> cellOf = steps => integers(packed.Start + steps);
        var form = Of<uint, NaturalOrder<uint>>(cellOf, _ => new StepsLane(packed, column.Known), (key, "steps"));
        return aggregate.State != AggregateState.Values ? form : form with
        {
            NewState = slots => CountedState.Fits(slots, packed.Last + 1L, table.RowCount) ? new CountedState(slots, (int)packed.Last + 1, column.Type.Scale, cellOf) : form.NewState(slots),
        };
    }

    private StateForm OfTexts(TextColumn column, int[]? link, string key)
    {
        var ranks = data.Ranks.Of(column);
        var codes = new RowCodes(column, link, ranks.RankOf, -1);
        return Of<int, NaturalOrder<int>>(rank => Cell.Of(ranks[rank]), _ => new CodesLane(codes), key);
    }

    private StateForm Of<T, TOrder>(ValueKernel<T> kernel, Func<T, Cell> cellOf, object laneKey, Func<int, TallyState>? newSum = null, Func<IReadOnlyList<MemberTest>, ValueLane>? newLane = null)
        where TOrder : struct, IOrder<T> => Of<T, TOrder>(cellOf, newLane ?? (tests => new KernelLane<T>(kernel, tests)), laneKey, newSum);

    // A sum of what has no sum is only asked for its count.
    private StateForm Of<T, TOrder>(Func<T, Cell> cellOf, Func<IReadOnlyList<MemberTest>, ValueLane> newLane, object laneKey, Func<int, TallyState>? newSum = null)
        where TOrder : struct, IOrder<T>
    {
        Func<int, TallyState> newState = aggregate.State switch
        {
            AggregateState.Sum => newSum ?? (slots => new CountState(slots)),
            AggregateState.Extent => slots => new ExtentState<T, TOrder>(slots, cellOf),
            AggregateState.Values => slots => slots <= ValuesState<T, TOrder>.MostSlots ? new ValuesState<T, TOrder>(slots, cellOf) : new GatheredState<T, TOrder>(slots, cellOf),
            AggregateState.Distinct => slots => new DistinctValuesState<T, TOrder>(slots),
            AggregateState.Ordered => slots => new OrderedState<T, TOrder>(slots, TimeOf(), new KeyOrder(table), cellOf),
            _ => throw new InvalidOperationException($"Unexpected state {aggregate.State}."),
        };
        return new StateForm(newState, newLane, laneKey);
    }

    private TimeColumn? TimeOf() => aggregate.Rows.Time is { } time ? data.TimeOf(table.Name, time) : null;

    private static bool IsMoney(ColumnType type) => type.Kind == ColumnKind.Money;

    private static Func<long, Cell> Integers(ColumnType type) => type.Kind switch
    {
        ColumnKind.Date => days => Cell.OfDate((int)days),
        ColumnKind.Timestamp => Cell.OfTimestamp,
        _ => value => Cell.Of(new Exact(value, type.Scale), IsMoney(type)),
    };

    private static Func<Int128, Cell> Exacts(ColumnType type) => value => Cell.Of(new Exact(value, type.Scale), IsMoney(type));

    private static ValueKernel<string> Texts(TextKernel kernel) => (block, values, known) =>
    {
        kernel(block, values!);
        for (var row = 0; row < values.Length; row++)
        {
            if (values[row] is not null)
                Bits.Set(known, row);
        }
    };
}
