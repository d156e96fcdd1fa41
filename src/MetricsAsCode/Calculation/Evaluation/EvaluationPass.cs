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
internal sealed record Question(MetricPlan Metric, string Name, Period Period, Dimension? By, int? Top)
{
    /// <summary>The questions of requests; a metric whose response rate is not wanted says nothing of its sample's rows asked.</summary>
    public static IEnumerable<Question> Of(IEnumerable<MetricRequest> requests, Func<string, MetricPlan> find) =>
        from request in requests
        let metric = find(request.Metric)
        from period in request.Periods
        select new Question(request.WithResponseRate ? metric : metric.WithoutResponseRate, request.Metric, period, request.By, request.Top);
}

/// <summary>
/// Answers questions together: collects what all of them need, has it read at once, and evaluates. Breakdowns with more groups than wanted are
/// asked once more with the others taken together.
/// </summary>
internal abstract class EvaluationPass(Clock clock, CancellationToken cancellation)
{
    protected Clock Clock => clock;

    protected CancellationToken Cancellation => cancellation;

    /// <summary>All rows.</summary>
    protected abstract Scope Whole { get; }

    /// <summary>The groups of a breakdown.</summary>
    protected abstract GroupScope By(Dimension dimension);

    /// <summary>The same with some groups kept and all others taken together.</summary>
    protected abstract GroupScope By(Dimension dimension, IReadOnlyList<int> kept);

    /// <summary>Whether the rows of a source have a group each.</summary>
    protected abstract bool Reaches(string source, GroupScope groups);

    /// <summary>Reads all that the formulas need.</summary>
    protected abstract CellEvaluator Read(IReadOnlyList<(Formula Formula, Context Context)> needs, Leaves leaves);

    public IReadOnlyList<MetricResult> Answer(IReadOnlyList<Question> questions)
    {
        var asked = questions.Select(q => new Asked(q, StretchOf(q), q.By is { } by ? By(by) : Whole)).ToArray();
        var answers = Compute(asked);
        var again = new List<int>();
        for (var i = 0; i < asked.Length; i++)
        {
            if (asked[i].Question is { By: { } by, Top: { } top } && answers[i].Count > top)
            {
                again.Add(i);
                asked[i] = asked[i] with { Scope = By(by, Largest(answers[i], top)) };
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
        var needs = new List<(Formula, Context)>();
        foreach (var ask in asked)
        {
            if (!ask.Stretch.TryGet(out var stretch, out _))
                continue;
            var context = new Context(stretch, ask.Scope);
            needs.Add((ask.Question.Metric.Formula, context));
            if (ask.Question.Metric.Sample is { ResponseRate: { } rate } sample && HasRate(sample, ask.Scope))
                needs.Add((rate, context));
        }

        var cells = Read(needs, leaves);
        var measurements = new Measurements(cells, clock, HasRate);
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

    private bool HasRate(SamplePlan sample, Scope scope) => scope is not GroupScope groups || Reaches(sample.Asked, groups);

    private static int[] Largest(List<Member> members, int top) => [.. members.OrderByDescending(m => m.Measurement.N).Take(top).Select(m => m.Code)];

    private Outcome<Stretch> StretchOf(Question question) => clock.Resolve(question.Period);

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
