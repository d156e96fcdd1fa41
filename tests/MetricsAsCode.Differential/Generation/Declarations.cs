using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Differential.Generation.Families;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation;

/// <summary>Segments, funnels, cohorts and functions, as a schema knows them and as they are written.</summary>
internal static class Declarations
{
    public const string Segments = "Segments";

    private static readonly string[] Withins = ["1 second", "2 hours", "1 day", "36 hours", "7 days", "30 days", "30 days", "100 days", "400 days"];

    private static readonly ScalarKind[] FewValued = [ScalarKind.Text, ScalarKind.Integer, ScalarKind.Boolean, ScalarKind.Date];

    /// <summary>What a schema learns, and the line that says it.</summary>
    private delegate Gen<(Schema Schema, DeclarationSpec Written)> Maker(Schema schema, string name);

    public static Gen<(Schema Schema, ImmutableArray<DeclarationSpec> All)> SegmentsOf(Schema schema) =>
        Some(schema, Segments, 3, "s", Segment).SelectMany(s => More(s.Schema, [s.Written], (Segments, 8, "t", Segment)));

    /// <summary>What may use lets and segments.</summary>
    public static Gen<(Schema Schema, ImmutableArray<DeclarationSpec> All)> Of(Schema schema) =>
        More(schema, [], (nameof(Funnels), 3, "f", Funnel), (nameof(Cohorts), 4, "c", Cohort), (nameof(Functions), 3, "d", Function));

    /// <summary>Whether it is clear from its form that a condition tests rows.</summary>
    public static bool IsCondition(Term condition) =>
        ShowsColumn(condition) && condition.Production is not ("named condition" or "row and or" or "row min max" or "column" or "contains starts_with ends_with");

    /// <summary>A condition that is one by its form.</summary>
    public static Gen<Term> ConditionOf(Goal goal) =>
        from condition in Grammar.Of(goal)
        from column in Gen.Elements(goal.Source!.Columns.AsEnumerable())
        select IsCondition(condition) ? condition : Term.Of(goal.Sort, "is missing", "({0} is known)", Term.Column(goal.Value(column.Kind).Sort, column.Name));

    private static bool ShowsColumn(Term term) =>
        term.Production == "column" || (term.Production is not ("row if" or "since_previous" or "until_next") && term.Children.Any(ShowsColumn));

    private static Gen<(Schema Schema, ImmutableArray<DeclarationSpec> All)> More(
        Schema schema, ImmutableArray<DeclarationSpec?> before, params (string Family, int OneIn, string Name, Maker Make)[] kinds) => kinds.Length == 0
        ? Gen.Constant((schema, before.OfType<DeclarationSpec>().ToImmutableArray()))
        : Some(schema, kinds[0].Family, kinds[0].OneIn, kinds[0].Name, kinds[0].Make).SelectMany(s => More(s.Schema, before.Add(s.Written), kinds[1..]));

    private static Gen<(Schema Schema, DeclarationSpec? Written)> Some(Schema schema, string family, int oneIn, string name, Maker make) =>
        Make.OneIn(schema.Favoured == family ? 1 : oneIn)
            .SelectMany(has => has ? make(schema, name).Select(m => (m.Schema, (DeclarationSpec?)m.Written)) : Gen.Constant((schema, (DeclarationSpec?)null)));

    private static Gen<(Schema Schema, DeclarationSpec Written)> Segment(Schema schema, string name) =>
        from source in Gen.Elements(schema.Sources.AsEnumerable())
        from condition in ConditionOf(new Goal(schema, Need.Value, 2) { Kind = ScalarKind.Boolean, Source = source })
        let rest = Term.Of(condition.Sort, "segment", " = {0}", condition) with { Rows = source.Name }
        select (
            schema with { Segments = schema.Segments.Add(new SegmentSpec(name, source)), Names = schema.Names.Add(new NamedTerm(name, RowConditions.SortOf(source), [source.Name])) },
            new DeclarationSpec("segment", name, rest));

    /// <summary>Whose rows are followed, as it is written, and the sources that tell of them.</summary>
    private sealed record Followed(Entity Entity, string By, ImmutableArray<SourceSpec> Sources);

    private static Gen<(Schema Schema, DeclarationSpec Written)> Funnel(Schema schema, string name) =>
        from followed in Gen.Elements(FunnelKeys(schema).DefaultIfEmpty(AnyKey(schema)).ToArray())
        from count in Gen.Frequency((3, Gen.Constant(2)), (4, Gen.Constant(3)), (1, Gen.Constant(4)))
        from sources in Gen.Elements(followed.Sources.AsEnumerable()).ArrayOf(count)
        from rows in Gen.CollectToArray(sources.Select(s => Gen.Choose(0, 2).SelectMany(depth => Steady(schema, s, depth))))
        from within in Gen.Elements(Withins)
        let steps = string.Concat(rows.Select((_, i) => $"; step s{i} = {{{i}}}"))[2..]
        let production = sources.Distinct().Count() == 1 ? "funnel of one source" : "funnel of several sources"
        select (
            schema with { Funnels = schema.Funnels.Add(new FunnelSpec(name, sources[0], count)) },
            new DeclarationSpec("funnel", name, Term.Of("funnel", production, $" by {followed.By} within {within} {{ {steps} }}", rows)));

    private static Gen<(Schema Schema, DeclarationSpec Written)> Cohort(Schema schema, string name)
    {
        var all = (from starts in schema.Sources
                   where starts.OnlyKey is not null
                   let entity = new Entity(starts, starts.OnlyKey!)
                   from time in schema.Paths(starts, 1)
                   where time.Column.Kind is ScalarKind.Date or ScalarKind.Timestamp
                   from returns in schema.Reaching(entity)
                   where HasTime(schema, returns)
                   select (starts, time, returns)).ToArray();
        if (all.Length == 0)
            return Segment(schema, name);
        return from chosen in Gen.Elements(all)
               from rows in Gen.Choose(0, 2).SelectMany(depth => Steady(schema, chosen.returns, depth))
               from members in Gen.Elements(schema.Names.Where(n => n.Sort == RowsOf(schema, chosen.starts).Sort).Select(n => n.Name).Append(chosen.starts.Name).ToArray())
               let rest = Term.Of("cohort", members == chosen.starts.Name ? "cohort" : "cohort of a let", $" by {members} starting {chosen.time.Text} returning in {{0}}", rows)
               select (schema with { Cohorts = schema.Cohorts.Add(new CohortSpec(name, chosen.starts)) }, new DeclarationSpec("cohort", name, rest));
    }

    private static Gen<(Schema Schema, DeclarationSpec Written)> Function(Schema schema, string name) =>
        from source in Gen.Elements(RowAggregates.Sources(new Goal(schema, Need.Number, 0) { Sources = schema.Sources }).Where(s => s.Lifetime is null).DefaultIfEmpty(schema.Sources[0]).ToArray())
        from count in Gen.Choose(1, 3)
        from arguments in Gen.CollectToArray(Enumerable.Range(0, count).Select(_ => Argument(schema, source)))
        from unit in Gen.Elements(Measured.Count, Measured.Number, Measured.Ratio, Measured.Money, Measured.Duration)
        from depth in Gen.Choose(1, 2)
        let inside = schema with
        {
            Names = [.. arguments.Select((a, i) => Named(a, $"x{i}", source)).OfType<NamedTerm>()],
            Parameters = [.. arguments.Select((a, i) => a.Column is null ? null : new ColumnParameter($"x{i}", source, source.Column(a.Column[(source.Name.Length + 1)..]))).OfType<ColumnParameter>()],
            IsBody = true,
            Favoured = nameof(Functions),
            Funnels = [],
            Cohorts = [],
            Functions = [],
        }
        let result = new Goal(inside, Need.Number, depth) { Unit = unit, Sources = [source] }
        from body in Grammar.Of(result)
        let parameters = string.Join(", ", arguments.Select((a, i) => $"x{i} {a.Kind}"))
        select (
            schema with { Functions = schema.Functions.Add(new FunctionSpec(name, result, [.. arguments], [source])) },
            new DeclarationSpec("define", name, Term.Of($"function of {result.Sort}", "function", $"({parameters}) = {{0}}", body)));

    private static Gen<ArgumentSpec> Argument(Schema schema, SourceSpec source)
    {
        var goal = new Goal(schema, Need.Number, 1) { Sources = [source] };
        ColumnSpec[] columns = [.. source.Columns.Where(c => c.References is null)];
        return Make.Either(
            () => Gen.Elements(Measured.Count, Measured.Number, Measured.Money, Measured.Ratio).Select(u => new ArgumentSpec("number", goal.Number(u))),
            () => Gen.Elements(RowAggregates.Entities(goal).DefaultIfEmpty(new Entity(source, source.Columns[0])).ToArray()).Select(e => new ArgumentSpec("set", goal.SetOf(e))),
            () => from asks in Make.OneIn(2)
                  from column in Gen.Elements(source.Columns.AsEnumerable())
                  select new ArgumentSpec(asks ? $"rows with {column.Name} {column.Kind.ToString().ToLowerInvariant()}" : "rows", goal.RowsOf(source)),
            () => Gen.Elements(columns.Length == 0 ? [.. source.Columns] : columns).Select(c => new ArgumentSpec("column", goal, $"{source.Name}.{c.Name}")),
            () => Gen.Constant(new ArgumentSpec("condition", goal.Condition(source) with { AllowsSets = false })));
    }

    private static NamedTerm? Named(ArgumentSpec argument, string name, SourceSpec source) => argument.Kind.Split(' ')[0] switch
    {
        "column" => null,
        "condition" => new NamedTerm(name, RowConditions.SortOf(source), [source.Name]),
        _ => new NamedTerm(name, argument.Goal.Sort, [source.Name]),
    };

    private static Gen<Term> Steady(Schema schema, SourceSpec source, int depth) =>
        Grammar.Of(new Goal(schema, Need.Rows, depth) { Source = source, Sources = schema.Sources, IsSteady = true });

    private static Goal RowsOf(Schema schema, SourceSpec source) => new Goal(schema, Need.Rows, 1) { Source = source, AllowsSets = true };

    private static bool HasTime(Schema schema, SourceSpec source) => source.IsDated || source.Lifetime is not null;

    // Keys that rows refer to have few values, so that an entity has several rows.
    private static IEnumerable<Followed> FunnelKeys(Schema schema)
    {
        var all = schema.Sources.Where(s => HasTime(schema, s)).ToArray();
        var columns = from source in all
                      from path in schema.Paths(source, 1)
                      where FewValued.Contains(path.Column.Kind) && (path.Steps == 0 || path.Column.References is not null)
                      let entity = schema.EntityOf(path.Owner, path.Column)
                      from weight in Enumerable.Range(0, path.Column.IsKey ? 1 : path.Column.References is null ? 2 : 4)
                      select new Followed(entity, $"{source.Name}.{path.Text}", [source, .. schema.Reaching(entity).Where(s => s != source && HasTime(schema, s))]);
        var sources = from target in schema.Sources
                      where target.OnlyKey is not null
                      let entity = new Entity(target, target.OnlyKey!)
                      let reaching = schema.Reaching(entity).Where(s => HasTime(schema, s)).ToImmutableArray()
                      where !reaching.IsEmpty
                      from weight in Enumerable.Range(0, 5)
                      select new Followed(entity, target.Name, reaching);
        return columns.Concat(sources);
    }

    // Nothing has a time: the binder says so.
    private static Followed AnyKey(Schema schema) => new(new Entity(schema.Sources[0], schema.Sources[0].Columns[0]), $"{schema.Sources[0].Name}.{schema.Sources[0].Columns[0].Name}", schema.Sources);
}
