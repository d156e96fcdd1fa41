using MetricsAsCode.Calculation;
using MetricsAsCode.Data;
using MetricsAsCode.Results;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Tests.Calculation;

/// <summary>Fifty thousand events of 700 users over the year 2025: many blocks, two threads, any order of rows.</summary>
public sealed class ManyRowsTests
{
    private const int Rows = 50_000;
    private static readonly SourceSchema Users = new("users", [Tables.Key("user"), Tables.Text("country")]);

    private static readonly SourceSchema Events = new("events",
    [
        new("id", new ColumnType(ColumnKind.Integer)) { IsKey = true }, Tables.To("user", "users"), Tables.Of("at", ColumnKind.Timestamp),
        Tables.Money("amount"), Tables.Of("stars", ColumnKind.Integer), Tables.Of("weight", ColumnKind.Number), Tables.Text("kind"),
    ]);

    private static readonly ColumnPath At = new("at");
    private static readonly Event[] Made = Make();

    private static readonly Selection All = new("events", At);
    private static readonly Selection Buys = new("events", At, Kernel.TextIs("kind", "buy"));
    private static readonly Dictionary<string, ColumnPath> UserPaths = new() { ["events"] = new("user"), ["users"] = new("user") };
    private static readonly Aggregate Active = new(Buys, AggregateState.Distinct, Kernel.Column("user"));

    private static readonly (string Name, Formula Formula)[] Metrics =
    [
        ("count", Read(All, AggregateState.Rows, null, AggregateKind.Count)),
        ("revenue", Read(Buys, AggregateState.Sum, Kernel.Money("amount"), AggregateKind.Sum)),
        ("weight", Read(All, AggregateState.Sum, Weight, AggregateKind.Sum)),
        ("max", Read(Buys, AggregateState.Extent, Kernel.Money("amount"), AggregateKind.Max)),
        ("median", Read(Buys, AggregateState.Values, Kernel.Money("amount"), AggregateKind.Median)),
        ("middle", Read(Buys, AggregateState.Values, new ColumnValue(new ColumnPath("amount"), new ColumnType(ColumnKind.Money, 2, "EUR")), AggregateKind.Median)),
        ("near", Read(Buys, AggregateState.Values, new ColumnValue(new ColumnPath("stars"), new ColumnType(ColumnKind.Integer)), AggregateKind.Median)),
        ("near spread", Read(Buys, AggregateState.Values, new ColumnValue(new ColumnPath("stars"), new ColumnType(ColumnKind.Integer)), AggregateKind.StdDev)),
        ("least", Read(Buys, AggregateState.Extent, new ColumnValue(new ColumnPath("stars"), new ColumnType(ColumnKind.Integer)), AggregateKind.Min)),
        ("spread", Read(All, AggregateState.Values, Weight, AggregateKind.StdDev)),
        ("first", Read(Buys, AggregateState.Ordered, Kernel.Money("amount"), AggregateKind.First)),
        ("active", Formula.Size(new SetReading(Active, Window.Own))),
        ("kept", Formula.Size(new SetReading(Active, Window.Of(new WindowStep.Previous())).Intersect(new SetReading(Active, Window.Own)))),
        ("per_user", Formula.Per(AggregateKind.Median, Read(Buys, AggregateState.Sum, Kernel.Money("amount"), AggregateKind.Sum), new ColumnKey(UserPaths))),
        ("daily", Formula.Each(AggregateKind.Avg, Read(All, AggregateState.Rows, null, AggregateKind.Count), Grain.Day, Window.Own)),
    ];

    private static NumberValue Weight => Kernel.Number((rows, row) => rows.Table().Values<double>("weight").Maybe(row));

    [Fact]
    public void One_thread_two_threads_and_shuffled_rows_agree_bit_for_bit()
    {
        var requests = Metrics.SelectMany(m => new[]
        {
            new MetricRequest(m.Name, [Handmade.At("2025"), Handmade.At("2025-02"), Handmade.At("2025-12-31"), Handmade.At("2025-Q3")]),
            new MetricRequest(m.Name, [Handmade.At("2025-Q2")], new Dimension("users", "country"), 3),
        }).ToArray();
        var one = Calculator(Made, 1).Evaluate(requests);
        var shuffled = (Event[])Made.Clone();
        new Random(99).Shuffle(shuffled);
        Calculator(Made, 2).Evaluate(requests).ShouldBe(one);
        Calculator(shuffled, 2).Evaluate(requests).ShouldBe(one);
        Calculator(shuffled, 1).Evaluate(requests).ShouldBe(one);
        one.Count.ShouldBe(Metrics.Length * 8);
    }

    [Theory]
    [InlineData("2025-02")]
    [InlineData("2025-Q3")]
    [InlineData("2025")]
    public void Results_are_those_of_plain_queries(string period)
    {
        var events = Calculator(Made, 2);
        var stretch = Calendar.Utc.StretchOf(Handmade.At(period));
        var inside = In(stretch);
        var buys = inside.Where(e => e.Kind == "buy").ToArray();
        events.Value("count", period).ShouldBe(inside.Length.ToString());
        events.Of("revenue", period).Value.AsExact.ShouldBe(new Exact(buys.Sum(e => (long)e.Cents), 2));
        events.Of("max", period).Value.AsExact.ShouldBe(new Exact(buys.Max(e => e.Cents), 2));
        events.Of("median", period).Value.AsDouble.ShouldBe(Median(buys.Select(e => e.Cents / 100.0)));
        events.Of("middle", period).Value.AsDouble.ShouldBe(Median(buys.Select(e => e.Cents / 100.0)));
        events.Of("near", period).Value.AsDouble.ShouldBe(Median(buys.Select(e => (double)e.Stars)));
        var mean = buys.Average(e => e.Stars);
        events.Of("near spread", period).Value.AsDouble.ShouldBe(Math.Sqrt(buys.Sum(e => (e.Stars - mean) * (e.Stars - mean)) / (buys.Length - 1)), 1e-12);
        events.Of("least", period).Value.AsExact.ShouldBe(new Exact(buys.Min(e => e.Stars), 0));
        events.Of("weight", period).Value.AsDouble.ShouldBe(inside.Sum(e => (decimal)e.Weight) is var sum ? (double)sum : 0, 1e-9);
        events.Of("first", period).Value.AsExact.ShouldBe(new Exact(buys.OrderBy(e => e.At).ThenBy(e => e.Id).First().Cents, 2));
        events.Value("active", period).ShouldBe(Known(buys).Count.ToString());
        events.Value("kept", period).ShouldBe(Known(In(stretch.Previous().Value).Where(e => e.Kind == "buy")).Intersect(Known(buys)).Count().ToString());
        events.Of("per_user", period).Value.AsDouble.ShouldBe(Median(buys.Where(e => e.User is not null).GroupBy(e => e.User).Select(g => g.Sum(e => e.Cents) / 100.0)));
        events.Of("daily", period).Value.AsDouble.ShouldBe(inside.Length / (double)stretch.Days!.Value);
    }

    [Fact]
    public void Groups_are_those_of_plain_queries()
    {
        var expected = In(Calendar.Utc.StretchOf(Handmade.At("2025-05"))).GroupBy(e => e.User is { } user ? Country(user) : null)
            .OrderBy(g => g.Key is null).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key ?? "(missing)"}: {g.Count()}");
        Calculator(Made, 2).Groups("count", "2025-05", "users", "country").ShouldBe(string.Join("; ", expected));
    }

    [Fact]
    public void A_cancelled_evaluation_stops() =>
        Should.Throw<OperationCanceledException>(() => Calculator(Made, 2).Evaluate([new MetricRequest("count", [Handmade.At("2025")])], new CancellationToken(canceled: true)));

    [Fact]
    public void Concurrent_evaluations_do_not_disturb_each_other()
    {
        var events = Calculator(Made, 2);
        var values = new string[8];
        Parallel.For(0, values.Length, i => values[i] = events.Value(i % 2 == 0 ? "revenue" : "per_user", "2025-Q1"));
        values.Distinct().Count().ShouldBe(2);
    }

    private static Handmade Calculator(Event[] rows, int threads)
    {
        var plan = new CalculatorPlan(
            "events", Calendar.Utc, [Source(Users, null), Source(Events, At)], [.. Metrics.Select(m => new MetricPlan(m.Name, m.Formula, Unit.Number))], []);
        return new Handmade(plan, Frames(rows), new CalculatorOptions { Threads = threads });
    }

    private static Dictionary<string, DataFrame> Frames(Event[] rows)
    {
        var known = new Bitmap(rows.Length);
        for (var i = 0; i < rows.Length; i++)
            known[i] = rows[i].User is not null;
        var users = Enumerable.Range(0, 700).Select(User).ToArray();
        return new()
        {
            ["users"] = new DataFrame("users", users.Length, [TextColumn.Of("user", users), TextColumn.Of("country", [.. users.Select(Country)])]),
            ["events"] = new DataFrame("events", rows.Length,
            [
                new ValueColumn<long>("id", new ColumnType(ColumnKind.Integer), [.. rows.Select(e => (long)e.Id)]),
                TextColumn.Of("user", [.. rows.Select(e => e.User)]),
                new ValueColumn<long>("at", new ColumnType(ColumnKind.Timestamp), [.. rows.Select(e => e.At)]),
                new ValueColumn<long>("amount", new ColumnType(ColumnKind.Money, 2, "EUR"), [.. rows.Select(e => (long)e.Cents)]),
                new ValueColumn<long>("stars", new ColumnType(ColumnKind.Integer), [.. rows.Select(e => (long)e.Stars)]),
                new ValueColumn<double>("weight", new ColumnType(ColumnKind.Number), [.. rows.Select(e => e.Weight)]),
                TextColumn.Of("kind", [.. rows.Select(e => e.Kind)]),
            ]),
        };
    }

    private static Event[] Make()
    {
        var random = new Random(7);
        var start = Instant.FromUtc(2025, 1, 1).Microseconds;
        return [.. Enumerable.Range(0, Rows).Select(id => new Event(
            id,
            random.Next(20) == 0 ? null : User(random.Next(700)),
            // Whole hours, so that many rows share one time.
            start + (random.Next(365 * 24) * 3_600_000_000L),
            random.Next(100, 1_000_000),
            random.Next(-2, 4),
            Math.Round(random.NextDouble() * 1000, 3) - 300,
            random.Next(3) == 0 ? "buy" : "view"))];
    }

    private static Event[] In(Stretch stretch)
    {
        var range = Calendar.Utc.RangeOf(stretch);
        return [.. Made.Where(e => range.Contains(new Instant(e.At)))];
    }

    private static HashSet<string> Known(IEnumerable<Event> events) => [.. events.Select(e => e.User).OfType<string>()];

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var (low, high) = (sorted[(sorted.Length - 1) / 2], sorted[sorted.Length / 2]);
        return low + ((high - low) * 0.5);
    }

    private static string User(int number) => $"u{number}";

    private static string? Country(string user) => (user.Length + user[^1]) % 6 is var i and < 5 ? $"country {i}" : null;

    private static SourcePlan Source(SourceSchema schema, ColumnPath? time) => new(schema, time, [.. schema.Columns.Select(c => c.Name)]);

    private static Formula Read(Selection rows, AggregateState state, RowValue? value, AggregateKind kind) =>
        Formula.Read(new Aggregate(rows, state, value), kind, Window.Own);

    private sealed record Event(int Id, string? User, long At, int Cents, int Stars, double Weight, string Kind);
}
