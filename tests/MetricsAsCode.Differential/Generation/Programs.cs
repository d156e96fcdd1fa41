using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Differential.Generation.Families;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation;

/// <summary>Whole programs: product, sources with rows, lets, metrics and questions.</summary>
internal static class Programs
{
    private static readonly string[] Zones =
        ["Europe/Lisbon", "America/New_York", "Asia/Kolkata", "UTC", "Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Kathmandu", "Africa/Cairo"];

    private static readonly Measured[] Units =
    [
        Measured.Count, Measured.Count, Measured.Number, Measured.Ratio, Measured.Ratio, Measured.Money, Measured.Money, Measured.Duration, Measured.Text, Measured.Date, Measured.Timestamp,
    ];

    /// <param name="favoured">The family whose productions are taken most; null for none.</param>
    public static Gen<RandomProgram> Any(string? favoured) =>
        from product in Product
        from moments in Moments.Of(product)
        from extreme in Gen.Choose(1, 7)
        let cells = new Cells(moments, extreme == 1)
        from sources in SourceTables.Of(cells, favoured)
        from asOf in AsOf(sources)
        from last in Gen.Frequency((4, Gen.Constant((DateOnly?)null)), (1, moments.Day.ArrayOf(2).Select(d => (DateOnly?)d.Max())))
        from segments in Declarations.SegmentsOf(new Schema(product, sources) { Favoured = favoured })
        from lets in Lets(segments.Schema, [])
        from others in Declarations.Of(lets.Schema)
        from metrics in Metrics(others.Schema, [])
        from questions in Questions.Of(others.Schema, moments, metrics)
        from trap in Traps.Of(others.Schema)
        select new RandomProgram(product with { AsOf = asOf }, sources, lets.Lets, metrics, questions) { Trap = trap, Declarations = segments.All.AddRange(others.All), LastDay = last };

    /// <summary>The program of a run's seed and number, the same on every machine.</summary>
    public static RandomProgram Of(ulong seed, int number, string? favoured = null) =>
        Any(favoured).Sample(1, new Rnd(unchecked(seed * 0x9E3779B97F4A7C15 + (ulong)number)), 1)[0];

    private static Gen<ProductSpec> Product =>
        from zone in Gen.Elements(Zones)
        from currency in Gen.Elements("EUR", "INR", "JPY")
        from week in Gen.Elements("monday", "monday", "sunday", "saturday")
        from year in Gen.Elements("january", "april", "july", "october")
        from foreign in Make.OneIn(5)
        select new ProductSpec(zone, currency, week, year) { Foreign = foreign ? "USD" : null };

    private static Gen<ImmutableArray<string>> AsOf(ImmutableArray<SourceSpec> sources)
    {
        string[] dated = [.. sources.Where(s => s is { IsDated: true, Lifetime: null, Form: not SourceForm.Table }).Select(s => s.Name)];
        return dated.Length == 0
            ? Gen.Constant(ImmutableArray<string>.Empty)
            : Gen.Choose(1, 4).SelectMany(n => n == 1 ? Gen.Elements(dated).Select(d => ImmutableArray.Create(d)) : Gen.Constant(ImmutableArray<string>.Empty));
    }

    private static Gen<(Schema Schema, ImmutableArray<LetSpec> Lets)> Lets(Schema schema, ImmutableArray<LetSpec> lets) =>
        from more in Gen.Choose(0, 3)
        from result in more == 0 || lets.Length == 3
            ? Gen.Constant((schema, lets))
            : Let(schema, $"l{lets.Length}").SelectMany(made => Lets(schema with { Names = schema.Names.Add(made.Named) }, lets.Add(made.Let)))
        select result;

    private static Gen<(LetSpec Let, NamedTerm Named)> Let(Schema schema, string name)
    {
        var goal = new Goal(schema, Need.Number, 2) { Sources = schema.Sources, AllowsSets = true };
        var sources = RowAggregates.Sources(goal).ToArray();
        var some = goal with { Sources = [.. sources] };
        return Make.Either(
            () => from source in Gen.Elements(sources)
                  from open in Open(source)
                  from made in Named(name, goal.RowsOf(source) with { Depth = 2, IsOpen = open }, [source.Name])
                  select made,
            () => from source in Gen.Elements(sources)
                  from open in Open(source)
                  let own = goal with { Sources = [source], IsOpen = open }
                  from entity in Gen.Elements(RowAggregates.Entities(own).DefaultIfEmpty(RowAggregates.Entities(some).First()).ToArray())
                  let reads = RowAggregates.Entities(own).Any() ? own : some
                  from made in Named(name, reads.SetOf(entity) with { Depth = 2 }, reads.Sources.Select(s => s.Name))
                  select made,
            () => from unit in Gen.Elements(Measured.Count, Measured.Number, Measured.Money, Measured.Ratio)
                  from source in Gen.Elements(sources)
                  from open in Open(source)
                  from made in Named(name, goal.Number(unit) with { Sources = [source], IsOpen = open }, [source.Name])
                  select made,
            () => from source in Gen.Elements(schema.Sources.AsEnumerable())
                  from condition in Grammar.Of(goal.Condition(source) with { Depth = 2, AllowsSets = false })
                  select Declarations.IsCondition(condition)
                      ? (new LetSpec(name, Term.Of(condition.Sort, "let condition", "{0}", condition) with { Rows = source.Name }), new NamedTerm(name, RowConditions.SortOf(source), [source.Name]))
                      : (new LetSpec(name, Term.Leaf("let", "source", sources[0].Name)), new NamedTerm(name, (goal.RowsOf(sources[0]) with { IsOpen = sources[0].IsState }).Sort, [sources[0].Name])));
    }

    // A name may leave to its users at which instant rows with a lifetime are read.
    private static Gen<bool> Open(SourceSpec source) => source.Lifetime is null ? Gen.Constant(false) : Gen.Elements(true, false);

    private static Gen<(LetSpec, NamedTerm)> Named(string name, Goal goal, IEnumerable<string> sources) =>
        Grammar.Of(goal).Select(term => (new LetSpec(name, term), new NamedTerm(name, goal.Sort, [.. sources])));

    private static Gen<ImmutableArray<MetricSpec>> Metrics(Schema schema, ImmutableArray<MetricSpec> metrics) =>
        from more in Gen.Choose(0, 5)
        from result in metrics.Length > 0 && (more == 0 || metrics.Length == 4)
            ? Gen.Constant(metrics)
            : Gen.Frequency((12, Metric(schema, $"m{metrics.Length}")), (1, Parts(schema, $"m{metrics.Length}")), (schema.Funnels.IsEmpty ? 0 : 3, PerStep(schema, $"m{metrics.Length}")))
                .SelectMany(made => Metrics(schema with { Names = schema.Names.AddRange(made.Named) }, metrics.Add(made.Metric)))
        select result;

    // `parts { p0 = …; p1 = … }`
    private static Gen<(MetricSpec Metric, ImmutableArray<NamedTerm> Named)> Parts(Schema schema, string name) =>
        from count in Gen.Choose(2, 3)
        from parts in Metric(schema, name).ArrayOf(count)
        from every in Every([.. schema.Sources])
        select (
            MetricSpec.OfParts(name, every, [.. parts.Select(p => p.Metric.Formula)]),
            parts.Select((p, i) => p.Named[0] with { Name = $"{name}.p{i}", IsMetric = false }).ToImmutableArray());

    // `per step of f0 = drop_off`
    private static Gen<(MetricSpec Metric, ImmutableArray<NamedTerm> Named)> PerStep(Schema schema, string name) =>
        from funnel in Gen.Elements(schema.Funnels.AsEnumerable())
        from member in Gen.Elements("count", "rate", "step_rate", "drop_off", "time", "mean_time")
        let first = member is "count" or "rate" ? 0 : 1
        select (
            new MetricSpec(name, $" per step of {funnel.Name}", Term.Leaf("member of a step", "per step of", member)) { Members = [.. Enumerable.Range(first, funnel.Steps - first).Select(i => $"s{i}")] },
            ImmutableArray<NamedTerm>.Empty);

    private static Gen<(MetricSpec Metric, ImmutableArray<NamedTerm> Named)> Metric(Schema schema, string name) =>
        from unit in Gen.Elements(Units)
        from depth in Gen.Frequency((2, Gen.Constant(1)), (4, Gen.Constant(2)), (3, Gen.Constant(3)), (1, Gen.Constant(4)))
        let all = new Goal(schema, Need.Number, depth) { Unit = unit, Sources = schema.Sources }
        let usable = RowAggregates.Sources(all).ToArray()
        from mixed in Gen.Choose(1, 3)
        from one in Gen.Elements(usable)
        let goal = all with { Sources = mixed == 1 ? [.. usable] : [one] }
        from formula in Grammar.Of(goal)
        from head in Head(schema, goal)
        select (new MetricSpec(name, head, formula), ImmutableArray.Create(new NamedTerm(name, goal.Sort, [.. goal.Sources.Select(s => s.Name)]) { IsMetric = true }));

    private static Gen<string> Head(Schema schema, Goal goal) =>
        from every in Every(goal.Sources)
        from shown in Gen.Elements(Displays(goal.Unit))
        from broken in By(schema, goal)
        select shown + every + broken;

    // None changes the unit, so that what names the metric stays right.
    private static string[] Displays(Measured unit) => unit switch
    {
        Measured.Ratio => ["", "", " as percent", " as points", " as ratio", " as per 1000"],
        Measured.Count => ["", "", " as count"],
        Measured.Number => ["", "", " as number"],
        Measured.Money => ["", "", " as money"],
        Measured.Duration => ["", "", " as duration"],
        _ => [""],
    };

    private static Gen<string> Every(ImmutableArray<SourceSpec> sources)
    {
        string[] coarse = [" every month", " every quarter"], all = [" every day", " every week", .. coarse];
        return Gen.Frequency((8, Gen.Constant("")), (1, Gen.Elements(sources.Any(s => s.IsMonthly) ? coarse : all)));
    }

    private static Gen<string> By(Schema schema, Goal goal)
    {
        string[] columns = [.. from target in schema.Sources
                               where goal.Sources.All(s => schema.Reaching(target).Contains(s))
                               from column in target.Columns
                               select $" by {target.Name}.{column.Name}"];
        return Make.OneIn(10).SelectMany(has => has && columns.Length > 0 ? Gen.Elements(columns) : Gen.Constant(""));
    }
}
