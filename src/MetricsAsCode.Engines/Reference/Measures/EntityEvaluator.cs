using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Engines.Reference.Numbers;
using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.Reference.Measures;

/// <summary>Measures of measures: over the entities of a key, and over the units of a period.</summary>
internal sealed class EntityEvaluator(Func<Measure, Context, Answer> evaluate, Entities entities, Groups groups, Leaves leaves)
{
    /// <summary>"Entities whose measure is missing are left out and counted."</summary>
    /// <exception cref="NoValueException">A window of the key has no stretch.</exception>
    public Answer Per(PerMeasure per, Context context) => AggregateEvaluator.OrOverflow(() => OfEntities(per, context));

    private Answer OfEntities(PerMeasure per, Context context)
    {
        var all = entities.Of(per.Key, per.Operand, context);
        var known = all.Select(entity => evaluate(per.Operand, context.With(new EntityRestriction(per.Key, entity))).Value).OfType<Scalar>().ToList();
        var answer = Aggregate(per.Kind, known, per.Parameter, per, context) with { LeftOut = all.Count - known.Count };
        if (per.Kind != AggregateKind.Avg)
            return answer;
        var (sum, count) = Aggregation.AverageParts(known, Nothing);
        return answer with { Numerator = sum, Denominator = count };
    }

    /// <summary>"Except in `share(C per K)`, where unknown counts as not true."</summary>
    /// <exception cref="NoValueException">A window of the key has no stretch.</exception>
    public Answer SharePer(SharePerMeasure per, Context context) => AggregateEvaluator.OrOverflow(() => ShareOfEntities(per, context));

    private Answer ShareOfEntities(SharePerMeasure per, Context context)
    {
        var all = entities.Of(per.Key, per.Condition, context);
        int hits = all.Count(entity => ScalarAlgebra.Truth(evaluate(per.Condition, context.With(new EntityRestriction(per.Key, entity))).Value) == true);
        return AggregateEvaluator.ShareOf(hits, all.Count);
    }

    /// <summary>"`AGG(X each day)` computes X for each day (week, month) that ends inside P and has ended"; units without a value are left out.</summary>
    public Answer Each(EachMeasure each, Context context)
    {
        var known = leaves.UnitsOf(each, context.Period).Select(unit => evaluate(each.Operand, context.At(unit)).Value).OfType<Scalar>().ToList();
        return Aggregate(each.Kind, known, each.Parameter, each, context);
    }

    private static ReferenceNumber Nothing => ReferenceNumber.Integer(0);

    private Answer Aggregate(AggregateKind kind, List<Scalar> known, decimal? parameter, Measure measure, Context context)
    {
        bool isZeroOfNothing = kind is AggregateKind.Count or AggregateKind.Sum or AggregateKind.Distinct && known.Count == 0;
        var result = isZeroOfNothing && !groups.HasRows(leaves.All(measure, context.Period), context)
            ? Reason.NoRowsYet
            : Found.Try(() => Aggregation.Of(kind, known, parameter, Nothing));
        return new Answer(result) { FirstN = known.Count };
    }
}
