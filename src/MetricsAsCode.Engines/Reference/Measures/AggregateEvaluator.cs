using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines.Reference.Numbers;
using MetricsAsCode.Engines.Reference.Rows;
using MetricsAsCode.Engines.Reference.Sets;
using MetricsAsCode.Engines.Reference.Tables;
using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.Reference.Measures;

/// <summary>Measures that read rows or sets: aggregates, shares, sizes.</summary>
internal sealed class AggregateEvaluator(ReferenceData data, RowSelector rows, SetEvaluator sets, Groups groups)
{
    /// <exception cref="NoValueException">A window has no stretch.</exception>
    public Answer Aggregate(AggregateMeasure measure, Context context) => OrOverflow(() => OfRows(measure, context));

    private Answer OfRows(AggregateMeasure measure, Context context)
    {
        var selected = rows.Select(measure.Rows, context);
        if (measure.Value is not { } value)
            return Counted(selected.Rows.Count, [new Leaf(measure.Rows, context.Period)], context);
        selected.Values.RequireSets([value]);
        if (measure.Kind is AggregateKind.First or AggregateKind.Last or AggregateKind.Nth)
            return AtPlace(measure, value, selected);
        var known = selected.Rows.Select(row => selected.Values.Evaluate(value, row)).OfType<Scalar>().ToList();
        return OfKnown(measure, known, Zero(value.Type), context);
    }

    /// <summary>"Rows with base and c / rows with base."</summary>
    public Answer Share(ShareMeasure measure, Context context) => OrOverflow(() =>
    {
        var selected = rows.Select(measure.Base, context);
        int all = selected.Rows.Count;
        var hits = Found.Try(() => Scalar.Of(Hits(measure.Condition, selected)));
        return hits.Value is NumberScalar { Number: ExactNumber known }
            ? ShareOf((int)known.Unscaled, all)
            : new Answer(hits) { FirstN = all, Numerator = hits, Denominator = Found.Of(all) };
    });

    public Answer Size(SizeMeasure measure, IEnumerable<Leaf> leaves, Context context) =>
        OrOverflow(() => Counted(sets.Members(measure.Set, context).Count, leaves, context));

    /// <summary>A share and its parts; of nothing it has no value.</summary>
    public static Answer ShareOf(int hits, int all) => new(all == 0 ? Reason.NoRows : Scalar.Of(NumberArithmetic.Divide(ReferenceNumber.Integer(hits), ReferenceNumber.Integer(all))))
    {
        FirstN = all,
        Numerator = Found.Of(hits),
        Denominator = Found.Of(all),
    };

    private static int Hits(RowExpression condition, SelectedRows selected)
    {
        selected.Values.RequireSets([condition]);
        return selected.Rows.Count(row => selected.Values.AreTrue([condition], row) ?? throw new NoValueException(Reason.Overflow));
    }

    /// <summary>A number that overflows inside of a row leaves the aggregate without value and without known rows.</summary>
    public static Answer OrOverflow(Func<Answer> answer)
    {
        try
        {
            return answer();
        }
        catch (NoValueException none) when (none.Reason == Reason.Overflow)
        {
            return new Answer(none.Reason) { FirstN = 0 };
        }
    }

    private Answer Counted(int count, IEnumerable<Leaf> leaves, Context context) =>
        new(count > 0 || groups.HasRows(leaves, context) ? Scalar.Of(count) : Reason.NoRowsYet) { FirstN = count };

    private Answer OfKnown(AggregateMeasure measure, List<Scalar> known, ReferenceNumber zero, Context context)
    {
        bool isZeroOfNothing = measure.Kind is AggregateKind.Count or AggregateKind.Sum or AggregateKind.Distinct && known.Count == 0;
        if (isZeroOfNothing && !groups.HasRows([new Leaf(measure.Rows, context.Period)], context))
            return new Answer(Reason.NoRowsYet) { FirstN = 0 };
        var result = Found.Try(() => Aggregation.Of(measure.Kind, known, measure.Parameter, zero));
        var answer = new Answer(result) { FirstN = measure.Kind == AggregateKind.Distinct ? Aggregation.CountDistinct(known) : known.Count };
        if (measure.Kind != AggregateKind.Avg)
            return answer;
        var (sum, count) = Aggregation.AverageParts(known, zero);
        return answer with { Numerator = sum, Denominator = count };
    }

    // "`first last nth` by time: the row at that place, its value missing or not"; "equal times are ordered by key columns, then by value".
    private Answer AtPlace(AggregateMeasure measure, RowExpression value, SelectedRows selected)
    {
        var inOrder = selected.Rows.OrderBy(row => selected.Time is null ? default : data.TimeOf(selected.Time, row)!.Value);
        foreach (var key in measure.Rows.Source.Keys.Where(data.Has))
            inOrder = inOrder.ThenBy(row => data.Value(new RowColumn([], key, key.Type), row), ScalarOrder.Instance);
        inOrder = inOrder.ThenBy(row => selected.Values.Evaluate(value, row), ScalarOrder.Instance);
        var values = inOrder.Select(row => selected.Values.Evaluate(value, row)).ToList();
        int place = measure.Kind switch
        {
            AggregateKind.First => 0,
            AggregateKind.Last => values.Count - 1,
            _ => (int)(measure.Parameter ?? throw new InvalidOperationException("`nth` names its n.")) - 1,
        };
        bool exists = place >= 0 && place < values.Count;
        Found found = exists && values[place] is { } known ? known : exists ? Reason.MissingValue : Reason.NoRows;
        return new Answer(found) { FirstN = values.Count(v => v is not null) };
    }

    /// <summary>"Sum of nothing: exact 0 of the type's scale."</summary>
    private static ReferenceNumber Zero(ScalarType type) => type.Kind switch
    {
        ScalarKind.Number => ReferenceNumber.Real(0),
        ScalarKind.Decimal or ScalarKind.Money => ExactNumber.Of(0, type.Scale),
        _ => ReferenceNumber.Integer(0),
    };
}
