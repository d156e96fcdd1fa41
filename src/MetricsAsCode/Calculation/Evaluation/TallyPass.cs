using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Calculation.Scopes;
using MetricsAsCode.Results;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.Evaluation;

/// <summary>Answers questions from tables in memory: each is read once for all of them.</summary>
internal sealed class TallyPass(BoundData data, Clock clock, int threads, CancellationToken cancellation) : EvaluationPass(clock, cancellation)
{
    private readonly ScopeSpace scopes = new(data);
    private readonly RowCounts counts = new();
    private readonly Dictionary<(IReadOnlyList<SetTest>, Stretch), Outcome<MemberTest[]>> boundTests = [];
    private readonly Dictionary<(Selection, Stretch), (Reason? Failure, IReadOnlyDictionary<Filter, IReadOnlyList<MemberTest>> Tests)> boundRows = [];

    protected override Scope Whole => scopes.Whole;

    protected override GroupScope By(Dimension dimension) => scopes.By(dimension);

    protected override GroupScope By(Dimension dimension, IReadOnlyList<int> kept) => scopes.By(dimension, kept);

    protected override bool Reaches(string source, GroupScope groups) => ((ColumnGroups)groups).Reaches(data[source]);

    protected override CellEvaluator Read(IReadOnlyList<(Formula Formula, Context Context)> needs, Leaves leaves)
    {
        var book = new TallyBook(data, Clock.CutOf);
        var asked = new Needs(book, scopes, leaves, Clock, counts);
        foreach (var (formula, context) in needs)
            asked.Of(formula, context);
        var sets = new SetEvaluator(book, Clock);
        book.Run(threads, (tally, stretch) => BindTests(tally, stretch, sets), Cancellation);
        return new CellEvaluator(
            new TallyReadings(book, sets, counts),
            Clock,
            leaves,
            cells => new TalliedEntities(cells, new EntityRows(book, sets, scopes, leaves, Clock, counts), leaves, Clock));
    }

    // What is bound for one selection, filter or value at one stretch is bound once, so that its lanes are shared.
    private void BindTests(Tally tally, Stretch stretch, SetEvaluator sets)
    {
        var rows = tally.Aggregate.Rows;
        if (!boundRows.TryGetValue((rows, stretch), out var bound))
        {
            var filters = rows.Filters.Distinct().ToDictionary(f => f, f => BindTests(f.Tests, rows.Source, stretch, sets));
            boundRows.Add((rows, stretch), bound = (
                filters.Values.Select(f => f.Reason).FirstOrDefault(r => r is not null),
                filters.Where(f => f.Value.HasValue).ToDictionary(f => f.Key, IReadOnlyList<MemberTest> (f) => f.Value.Value)));
        }

        (tally.Failure, tally.Tests) = bound;
        if (tally.Failure is not null || tally.Aggregate.Value is not { Tests: { Count: > 0 } asked })
            return;
        if (BindTests(asked, rows.Source, stretch, sets).TryGet(out var tests, out var none))
            tally.ValueTests = tests;
        else
            tally.Failure = none;
    }

    private Outcome<MemberTest[]> BindTests(IReadOnlyList<SetTest> asked, string source, Stretch stretch, SetEvaluator sets)
    {
        if (boundTests.TryGetValue((asked, stretch), out var bound))
            return bound;
        var tests = new List<MemberTest>();
        foreach (var test in asked)
        {
            if (!sets.Of(test.Set, new Context(stretch, scopes.Whole)).TryGet(out var members, out var none))
                return new(none);
            if (members[0] is not { } known)
                return new(Reason.Overflow);
            var domain = data.Entities.DomainOf(source, test).Count;
            tests.Add(new MemberTest(data.Entities.CodesOf(source, test.Operand), known.ToBitmap(domain)));
        }

        return boundTests[(asked, stretch)] = new([.. tests]);
    }
}
