using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation.Families;

/// <summary><c>AGG(measure per K)</c> and <c>share(condition per K)</c>, K a column, a source or a set.</summary>
internal static class PerEntity
{
    private static readonly string[] ToNumber = ["avg({0} per {1})", "median({0} per {1})", "stddev({0} per {1})", "percentile({0} per {1}, 80%)", "percentile_disc({0} per {1}, 40%)"];

    private static readonly string[] Kept = ["min({0} per {1})", "max({0} per {1})"];

    public static readonly Production[] Productions =
    [
        new("per", 4, g => g is { Need: Need.Number, IsLeaf: false, Unit: not (Measured.Text or Measured.Condition) } && Keys(g).Any(), Aggregate),
        new("share per", 4, g => g.IsOf(Measured.Ratio) && !g.IsLeaf && Keys(g).Any(), g => Of(g, "share per", ["share({0} per {1})"], Measured.Condition)),
    ];

    /// <summary>A key as it is written, and the sources that the measure may read.</summary>
    private sealed record Key(Entity Entity, ImmutableArray<SourceSpec> Sources, string? Written);

    private static IEnumerable<Key> Keys(Goal goal) => OfColumns(goal).Concat(OfSources(goal)).Concat(OfSets(goal));

    // The measure reads one source, so that the name is looked for among its columns.
    private static IEnumerable<Key> OfColumns(Goal goal) =>
        from source in RowAggregates.Sources(goal)
        from path in goal.Schema.Paths(source, 1)
        where path.Column.Kind is not (ScalarKind.Number or ScalarKind.Duration)
        select new Key(goal.Schema.EntityOf(path.Owner, path.Column), [source], path.Text);

    private static IEnumerable<Key> OfSources(Goal goal) =>
        from target in goal.Schema.Sources
        where target.OnlyKey is not null
        let entity = new Entity(target, target.OnlyKey!)
        let sources = Reaching(goal, entity)
        where !sources.IsEmpty
        select new Key(entity, sources, target.Name);

    private static IEnumerable<Key> OfSets(Goal goal) =>
        from target in goal.Schema.Sources
        where target.OnlyKey is not null
        let entity = new Entity(target, target.OnlyKey!)
        let sources = Reaching(goal, entity)
        where !sources.IsEmpty && Grammar.CanMake(goal.SetOf(entity))
        select new Key(entity, sources, null);

    private static ImmutableArray<SourceSpec> Reaching(Goal goal, Entity entity) =>
        [.. RowAggregates.Sources(goal).Where(s => goal.Schema.Reaching(entity).Contains(s))];

    private static Gen<Term> Aggregate(Goal goal) => goal.Unit switch
    {
        Measured.Count => Gen.Elements(Measured.Count, Measured.Number, Measured.Money, Measured.Duration)
            .SelectMany(unit => Of(goal, "per", unit == Measured.Count ? ["count({0} per {1})", "sum({0} per {1})", .. Kept] : ["count({0} per {1})"], unit)),
        Measured.Number => Make.Either(() => Of(goal, "per", ToNumber, Measured.Count), () => Of(goal, "per", [.. ToNumber, .. Kept], Measured.Number)),
        Measured.Date or Measured.Timestamp => Of(goal, "per", Kept, goal.Unit),
        _ => Of(goal, "per", ["sum({0} per {1})", .. ToNumber, .. Kept], goal.Unit),
    };

    private static Gen<Term> Of(Goal goal, string production, string[] texts, Measured unit) =>
        from key in Gen.Elements(Keys(goal).ToArray())
        from text in Gen.Elements(texts)
        from measure in Grammar.Of(goal.Number(unit) with { Sources = key.Sources, Depth = Math.Max(1, goal.Depth - 1) })
        from written in key.Written is { } name
            ? Gen.Constant(Term.Leaf($"key {key.Entity}", "key", name))
            : Grammar.Of(goal.SetOf(key.Entity) with { Depth = Math.Min(goal.Depth - 1, 2) })
        select Term.Of(goal.Sort, $"{production} {(key.Written is null ? "set" : goal.Schema.Sources.Any(s => s.Name == key.Written) ? "source" : "column")}", text, measure, written);
}
