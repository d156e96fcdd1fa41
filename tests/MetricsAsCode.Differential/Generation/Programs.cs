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

    public static readonly Gen<RandomProgram> Any =
        from product in Product
        from moments in Moments.Of(product)
        from extreme in Gen.Choose(1, 7)
        let cells = new Cells(moments, extreme == 1)
        from sources in SourceTables.Of(cells)
        from asOf in AsOf(sources)
        from schema in Lets(new Schema(product, sources), [])
        from metrics in Metrics(schema.Schema, [])
        from questions in Questions.Of(schema.Schema, moments, metrics)
        from trap in Traps.Of(schema.Schema)
        select new RandomProgram(product with { AsOf = asOf }, sources, schema.Lets, metrics, questions) { Trap = trap };

    /// <summary>The program of a run's seed and number, the same on every machine.</summary>
    public static RandomProgram Of(ulong seed, int number) =>
        Any.Sample(1, new Rnd(unchecked(seed * 0x9E3779B97F4A7C15 + (ulong)number)), 1)[0];

    private static Gen<ProductSpec> Product =>
        from zone in Gen.Elements(Zones)
        from currency in Gen.Elements("EUR", "INR", "JPY")
        from week in Gen.Elements("monday", "monday", "sunday", "saturday")
        from year in Gen.Elements("january", "april", "july", "october")
        select new ProductSpec(zone, currency, week, year);

    private static Gen<ImmutableArray<string>> AsOf(ImmutableArray<SourceSpec> sources)
    {
        string[] dated = [.. sources.Where(s => s.IsDated).Select(s => s.Name)];
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
            () => Gen.Elements(sources).SelectMany(s => Named(name, goal.RowsOf(s) with { Depth = 2 }, [s.Name])),
            () => from source in Gen.Elements(sources)
                  let own = goal with { Sources = [source] }
                  from entity in Gen.Elements(RowAggregates.Entities(own).DefaultIfEmpty(RowAggregates.Entities(some).First()).ToArray())
                  let reads = RowAggregates.Entities(own).Any() ? own : some
                  from made in Named(name, reads.SetOf(entity) with { Depth = 2 }, reads.Sources.Select(s => s.Name))
                  select made,
            () => from unit in Gen.Elements(Measured.Count, Measured.Number, Measured.Money, Measured.Ratio)
                  from source in Gen.Elements(sources)
                  from made in Named(name, goal.Number(unit) with { Sources = [source] }, [source.Name])
                  select made,
            () => from source in Gen.Elements(schema.Sources.AsEnumerable())
                  from condition in Grammar.Of(goal.Condition(source) with { Depth = 2, AllowsSets = false })
                  select condition.HasColumn && condition.Production is not ("named condition" or "row and or" or "column" or "contains starts_with ends_with")
                      ? (new LetSpec(name, Term.Of(condition.Sort, "let condition", "{0}", condition) with { Rows = source.Name }), new NamedTerm(name, RowConditions.SortOf(source), [source.Name]))
                      : (new LetSpec(name, Term.Leaf($"rows of {sources[0].Name}", "source", sources[0].Name)), new NamedTerm(name, $"rows of {sources[0].Name}", [sources[0].Name])));
    }

    private static Gen<(LetSpec, NamedTerm)> Named(string name, Goal goal, IEnumerable<string> sources) =>
        Grammar.Of(goal).Select(term => (new LetSpec(name, term), new NamedTerm(name, goal.Sort, [.. sources])));

    private static Gen<ImmutableArray<MetricSpec>> Metrics(Schema schema, ImmutableArray<MetricSpec> metrics) =>
        from more in Gen.Choose(0, 5)
        from result in metrics.Length > 0 && (more == 0 || metrics.Length == 4)
            ? Gen.Constant(metrics)
            : Metric(schema, $"m{metrics.Length}").SelectMany(made => Metrics(schema with { Names = schema.Names.Add(made.Named) }, metrics.Add(made.Metric)))
        select result;

    private static Gen<(MetricSpec Metric, NamedTerm Named)> Metric(Schema schema, string name) =>
        from unit in Gen.Elements(Units)
        from depth in Gen.Frequency((2, Gen.Constant(1)), (4, Gen.Constant(2)), (3, Gen.Constant(3)), (1, Gen.Constant(4)))
        let all = new Goal(schema, Need.Number, depth) { Unit = unit, Sources = schema.Sources }
        let usable = RowAggregates.Sources(all).ToArray()
        from mixed in Gen.Choose(1, 3)
        from one in Gen.Elements(usable)
        let goal = all with { Sources = mixed == 1 ? [.. usable] : [one] }
        from formula in Grammar.Of(goal)
        from head in Head(unit)
        select (new MetricSpec(name, head, formula), new NamedTerm(name, goal.Sort, [.. goal.Sources.Select(s => s.Name)]));

    private static Gen<string> Head(Measured unit) =>
        from every in Gen.Frequency((8, Gen.Constant("")), (1, Gen.Elements(" every day", " every week", " every month", " every quarter")))
        from shown in Gen.Choose(1, 3)
        select (unit == Measured.Ratio && shown == 1 ? " as percent" : "") + every;
}
