using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Engines.Reference;
using MetricsAsCode.Engines.Reference.Measures;
using MetricsAsCode.Results;
using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.Explaining;

/// <summary>What is shown of entities, and the one to look at closer: with the largest value, else the first; null when there is none.</summary>
internal sealed record EntityList(ExplainedEntities Shown, Scalar? Example);

/// <summary>The entities of a <c>per</c> with the value of each: how many, the largest and smallest, those without one.</summary>
internal sealed class EntityListing(ReferenceEngine engine, int most)
{
    private sealed record Judged(Scalar Entity, string Name, Answer Answer);

    /// <exception cref="NoValueException">A window of the key leads nowhere.</exception>
    public EntityList Of(Measure operand, EntityKey key, bool isShare, Context context)
    {
        var parts = engine.Parts!;
        var all = parts.Keys.Of(key, operand, context)
            .Select(e => new Judged(e, CellText.Name(e), parts.Evaluate(operand, context.With(new EntityRestriction(key, e)))))
            .ToList();
        var known = all.Where(e => e.Answer.Value is not null).ToList();
        var falling = known.OrderByDescending(e => e.Answer.Value, ScalarOrder.Instance).ThenBy(e => e.Name, StringComparer.Ordinal);
        var rising = known.OrderBy(e => e.Answer.Value, ScalarOrder.Instance).ThenBy(e => e.Name, StringComparer.Ordinal);
        var example = (falling.FirstOrDefault() ?? all.FirstOrDefault())?.Entity;
        bool isShort = known.Count <= 2 * most;
        var shown = new ExplainedEntities(
            key.Entity.ToString(),
            all.Count,
            known.Count,
            isShare ? known.Count(e => ScalarAlgebra.Truth(e.Answer.Value) == true) : null,
            Median(known, operand),
            Shown(isShort ? falling : falling.Take(most), operand),
            Shown(isShort ? [] : rising.Take(most), operand),
            Shown(all.Where(e => e.Answer.Value is null).Take(most), operand));
        return new EntityList(shown, example);
    }

    private static Measurement? Median(List<Judged> known, Measure operand) =>
        known.Count > 0 && known.TrueForAll(e => e.Answer.Value is NumberScalar)
            ? Found(Reference.Measures.Found.Try(() => Aggregation.Of(AggregateKind.Median, [.. known.Select(e => e.Answer.Value!)], null, Reference.Numbers.ReferenceNumber.Integer(0))), operand)
            : null;

    private static IReadOnlyList<ExplainedEntity> Shown(IEnumerable<Judged> entities, Measure operand) =>
        [.. entities.Select(e => new ExplainedEntity(e.Name, Found(e.Answer.Result, operand)))];

    private static Measurement Found(Found found, Measure operand) =>
        new() { Value = found.Value is null ? Value.None(found.Reason!) : ResultValues.Of(found), Unit = ResultUnits.Of(operand.Unit) };
}
