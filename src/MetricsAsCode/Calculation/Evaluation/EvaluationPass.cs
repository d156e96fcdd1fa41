using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Calculation.Scopes;
using MetricsAsCode.Results;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.Evaluation;

/// <summary>One metric for one period as it was asked for.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Name">Its name as it was asked for.</param>
/// <param name="Period">The period as it was asked for.</param>
/// <param name="By">The column of a breakdown; null for none.</param>
/// <param name="Top">How many groups stand for themselves; null for all.</param>
internal sealed record Question(MetricPlan Metric, string Name, Period Period, Dimension? By, int? Top);

/// <summary>
/// Answers questions together: collects what all of them need, reads each table once for it, and evaluates. Breakdowns with more groups than wanted are
/// asked once more with the others taken together.
/// </summary>
internal sealed class EvaluationPass(BoundData data, Instant asOf, int threads, CancellationToken cancellation)
{
    private readonly ScopeSpace scopes = new(data);
    private readonly Clock clock = new(data, asOf);
    private readonly RowCounts counts = new();
    private readonly Dictionary<(Filter, Stretch), Outcome<MemberTest[]>> boundFilters = [];
    private readonly Dictionary<(Selection, Stretch), (Reason? Failure, IReadOnlyDictionary<Filter, IReadOnlyList<MemberTest>> Tests)> boundRows = [];

    public IReadOnlyList<MetricResult> Answer(IReadOnlyList<Question> questions)
    {
        var asked = questions.Select(q => new Asked(q, StretchOf(q), q.By is { } by ? scopes.By(by) : scopes.Whole)).ToArray();
        var answers = Compute(asked);
        var again = new List<int>();
        for (var i = 0; i < asked.Length; i++)
        {
            if (asked[i].Question is { By: { } by, Top: { } top } && answers[i].Count > top)
            {
                again.Add(i);
                asked[i] = asked[i] with { Scope = scopes.By(by, Largest(answers[i], top)) };
            }
        }

        if (again.Count > 0)
        {
            var once = Compute([.. again.Select(i => asked[i])]);
            for (var i = 0; i < again.Count; i++)
                answers[again[i]] = once[i];
        }

        return [.. answers.Zip(asked).SelectMany(a => a.First.Select(member => Result(a.Second, member)))];
    }

    private List<Member>[] Compute(Asked[] asked)
    {
        var leaves = new Leaves(clock);
        var book = new TallyBook(data, clock.CutOf);
        var needs = new Needs(book, scopes, leaves, clock, counts);
        foreach (var ask in asked)
        {
            if (ask.Stretch.TryGet(out var stretch, out _))
                needs.Of(ask.Question.Metric.Formula, new Context(stretch, ask.Scope));
        }

        var cells = new CellEvaluator(book, scopes, clock, leaves, counts);
        book.Run(threads, (tally, stretch) => BindTests(tally, stretch, cells.Sets), cancellation);
        var measurements = new Measurements(cells, clock);
        return Array.ConvertAll(asked, ask => Members(ask, cells, leaves, measurements));
    }

    private List<Member> Members(Asked ask, CellEvaluator cells, Leaves leaves, Measurements measurements)
    {
        cancellation.ThrowIfCancellationRequested();
        var metric = ask.Question.Metric;
        if (!ask.Stretch.TryGet(out var stretch, out var none))
            return ask.Scope is GroupScope ? [] : [new Member(0, Measurements.None(metric, none))];
        var all = measurements.Of(metric, new Context(stretch, ask.Scope)).Select((m, code) => new Member(code, m));
        if (ask.Scope is not GroupScope groups)
            return [.. all];
        var hasRows = cells.Groups.In(leaves.All(metric.Formula, stretch), groups);
        return [.. all.Where(m => hasRows[m.Code]).OrderBy(m => groups.IsOther(m.Code)).ThenBy(m => groups.Name(m.Code), GroupOrder.Comparer)];
    }

    private static int[] Largest(List<Member> members, int top) => [.. members.OrderByDescending(m => m.Measurement.N).Take(top).Select(m => m.Code)];

    // What is bound for one selection or filter at one stretch is bound once, so that its lanes are shared.
    private void BindTests(Tally tally, Stretch stretch, SetEvaluator sets)
    {
        var rows = tally.Aggregate.Rows;
        if (!boundRows.TryGetValue((rows, stretch), out var bound))
        {
            var filters = rows.Filters.Distinct().ToDictionary(f => f, f => BindTests(f, rows.Source, stretch, sets));
            boundRows.Add((rows, stretch), bound = (
                filters.Values.Select(f => f.Reason).FirstOrDefault(r => r is not null),
                filters.Where(f => f.Value.HasValue).ToDictionary(f => f.Key, IReadOnlyList<MemberTest> (f) => f.Value.Value)));
        }

        (tally.Failure, tally.Tests) = bound;
    }

    private Outcome<MemberTest[]> BindTests(Filter filter, string source, Stretch stretch, SetEvaluator sets)
    {
        if (boundFilters.TryGetValue((filter, stretch), out var known))
            return known;
        var tests = new List<MemberTest>();
        foreach (var test in filter.Tests)
        {
            if (!sets.Of(test.Set, new Context(stretch, scopes.Whole)).TryGet(out var members, out var none))
                return new(none);
            var domain = data.Entities.DomainOf(source, test).Count;
            tests.Add(new MemberTest(data.Entities.CodesOf(source, test.Operand), members[0].ToBitmap(domain)));
        }

        return boundFilters[(filter, stretch)] = new([.. tests]);
    }

    private Outcome<Stretch> StretchOf(Question question) => data.Calendar.Resolve(question.Period, asOf);

    private static MetricResult Result(Asked ask, Member member)
    {
        var groups = ask.Scope as GroupScope;
        return new MetricResult(ask.Question.Name, ask.Question.Period, groups?.Name(member.Code), groups is not null, member.Measurement)
        {
            IsOther = groups?.IsOther(member.Code) ?? false,
        };
    }

    private sealed record Asked(Question Question, Outcome<Stretch> Stretch, Scope Scope);

    private readonly record struct Member(int Code, Measurement Measurement);
}
