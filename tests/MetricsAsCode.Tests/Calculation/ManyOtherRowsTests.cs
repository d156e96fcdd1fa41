using MetricsAsCode.Calculation;
using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Data;
using MetricsAsCode.Time;

namespace MetricsAsCode.Tests.Calculation;

/// <summary>Neighbours and chains in fifty thousand rows of 900 users, in any order of the file and by several threads, beside the plainest queries that say the same.</summary>
public sealed class ManyOtherRowsTests
{
    private const int Rows = 50_000;
    private const int Users = 900;
    private const long Hour = 3_600_000_000;
    private const long Within = 400 * Hour;
    private static readonly ColumnPath User = new("user");
    private static readonly ColumnPath At = new("at");
    private static readonly string[] Kinds = ["enter", "look", "buy", "other", "enter and look"];

    private static readonly SourceSchema Events = new("events",
    [
        new("id", new ColumnType(ColumnKind.Integer)) { IsKey = true }, Tables.Text("user"), Tables.Of("at", ColumnKind.Timestamp), Tables.Text("kind"),
    ]);

    private static readonly Selection All = new("events", At);

    private static readonly Chain Path = new(
        [.. Kinds.Take(3).Select(kind => new ChainStep(new Selection("events", At, Kernel.Where(kind, (rows, row) => rows.Table().Texts("kind").Text(row)!.Contains(kind, StringComparison.Ordinal))), User, ["id"]))],
        Within,
        countsDays: false);

    private static readonly DerivedColumn[] Derived =
    [
        new NeighbourColumn("next", All, At, [User], 1, ["id"]),
        new NeighbourColumn("previous", All, At, [User], -1, ["id"]),
        new ChainColumn("depth", Path, ChainPart.Depth, 0),
        new ChainColumn("to look", Path, ChainPart.Elapsed, 1),
        new ChainColumn("to buy", Path, ChainPart.Elapsed, 2),
    ];

    public static TheoryData<string, int> Files
    {
        get
        {
            var files = new TheoryData<string, int>();
            foreach (string file in new[] { "in order", "with equal times", "with some out of order", "shuffled", "backward" })
            {
                files.Add(file, 1);
                files.Add(file, 3);
            }

            return files;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Neighbours_are_those_of_plain_queries(string file, int threads)
    {
        var events = Make(file);
        var table = Bind(events, threads);
        var (next, previous) = ((ValueColumn<long>)table.Column("next"), (ValueColumn<long>)table.Column("previous"));
        foreach (var user in events.Where(e => e.User is not null).GroupBy(e => e.User))
        {
            Event[] rows = [.. user.OrderBy(e => e.At).ThenBy(e => e.Id)];
            for (int i = 0; i < rows.Length; i++)
            {
                next.Maybe(rows[i].Row).ShouldBe(i + 1 < rows.Length ? rows[i + 1].At - rows[i].At : null);
                previous.Maybe(rows[i].Row).ShouldBe(i > 0 ? rows[i].At - rows[i - 1].At : null);
            }
        }

        foreach (var nobodys in events.Where(e => e.User is null))
            (next.Maybe(nobodys.Row), previous.Maybe(nobodys.Row)).ShouldBe((null, null));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Chains_are_those_of_plain_queries(string file, int threads)
    {
        var events = Make(file);
        var table = Bind(events, threads);
        var depth = (ValueColumn<long>)table.Column("depth");
        var (look, buy) = ((ValueColumn<long>)table.Column("to look"), (ValueColumn<long>)table.Column("to buy"));
        var reached = new Dictionary<int, int>();
        foreach (var user in events.Where(e => e.User is not null).GroupBy(e => e.User))
        {
            Event[] rows = [.. user.OrderBy(e => e.At).ThenBy(e => e.Id)];
            foreach (var entry in rows.Where(e => e.Is("enter")))
            {
                Event? second = rows.FirstOrDefault(e => e.Is("look") && e.At >= entry.At && e != entry && e.At - entry.At <= Within);
                Event? third = second is null ? null : rows.FirstOrDefault(e => e.Is("buy") && e.At >= second.At && e.At - entry.At <= Within);
                reached[entry.Row] = second is null ? 1 : third is null ? 2 : 3;
                look.Maybe(entry.Row).ShouldBe(second?.At - entry.At);
                buy.Maybe(entry.Row).ShouldBe(third?.At - entry.At);
            }
        }

        reached.Values.Distinct().Count().ShouldBe(3);
        foreach (var row in events)
            depth[row.Row].ShouldBe(reached.GetValueOrDefault(row.Row));
    }

    private static SourceTable Bind(Event[] events, int threads)
    {
        var plan = new CalculatorPlan("events", Calendar.Utc, [new SourcePlan(Events, At, [.. Events.Columns.Select(c => c.Name)])], [], []) { Derived = Derived };
        var frame = new DataFrame("events", events.Length,
        [
            new ValueColumn<long>("id", new ColumnType(ColumnKind.Integer), [.. events.Select(e => (long)e.Id)]),
            TextColumn.Of("user", [.. events.Select(e => e.User)]),
            new ValueColumn<long>("at", new ColumnType(ColumnKind.Timestamp), [.. events.Select(e => e.At)]),
            TextColumn.Of("kind", [.. events.Select(e => e.Kind)]),
        ]);
        return new BoundData(plan, new Dictionary<string, DataFrame> { ["events"] = frame }, new CalculatorOptions { Threads = threads })["events"];
    }

    private static Event[] Make(string file)
    {
        var random = new Random(11);
        var start = Instant.FromUtc(2025, 1, 1).Microseconds;
        long Time(int row) => file == "with equal times" ? row / 40 * Hour : (row * (Hour / 6)) + random.Next(1000);
        var ids = Enumerable.Range(0, Rows).ToArray();
        random.Shuffle(ids);
        Event[] events = [.. Enumerable.Range(0, Rows).Select(row => new Event(
            row, ids[row], random.Next(30) == 0 ? null : $"u{random.Next(Users)}", start + Time(row), file == "in order" ? Kinds[random.Next(4)] : Kinds[random.Next(5)]))];
        if (file == "shuffled")
            random.Shuffle(events);
        if (file == "backward")
            Array.Reverse(events);
        for (int i = 0; file == "with some out of order" && i < 300; i++)
        {
            var (one, other) = (random.Next(Rows), random.Next(Rows));
            (events[one], events[other]) = (events[other], events[one]);
        }

        return [.. events.Select((e, row) => e with { Row = row })];
    }

    private sealed record Event(int Row, int Id, string? User, long At, string Kind)
    {
        public bool Is(string kind) => Kind.Contains(kind, StringComparison.Ordinal);
    }
}
