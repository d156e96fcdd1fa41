using MetricsAsCode.Calculation;
using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Calculation.Scopes;
using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Time;
using PlanKind = MetricsAsCode.Compiler.Binding.Model.AggregateKind;

namespace MetricsAsCode.Engines.Sql;

/// <summary>Asks the database what formulas need: one statement for each source, time and grouping, and one for each set's size and number over entities.</summary>
internal sealed class SqlSession(SqlDatabase database, Clock clock, Leaves leaves, Instant asOf, CancellationToken cancellation)
{
    private readonly Dictionary<(Scope, Aggregate), (SqlReading Reading, SqlAnswers Answers)> readings = [];
    private readonly Dictionary<(Scope, SetFormula), SqlAnswers> sizes = [];
    private readonly Dictionary<(Scope, SetFormula), SqlAnswers?> doubts = [];
    private readonly Dictionary<(int Aggregate, Stretch), bool> doubtsOfRows = [];
    private readonly Dictionary<Scope, Dictionary<Formula, (SqlPerQuery Query, SqlAnswers Answers)>> entities = [];
    private readonly Dictionary<(GroupScope, string, string?), SqlAnswers> groups = [];

    private PlanFormulas Formulas => database.Formulas;

    private Plan Plan => database.Plan;

    /// <summary>Asks everything at once, before anything is read.</summary>
    public void Ask(SqlNeeds needs)
    {
        foreach (var ((scope, source, time), (rows, stretches)) in needs.Groups)
            groups.Add((scope, source, time), AskGroups((SqlGroupScope)scope, rows, stretches));
        foreach (var statement in needs.Readings.GroupBy(r => (r.Key.Scope, SourceOf(r.Key.Aggregate), r.Key.Aggregate.Rows.Time?.ToString())))
            AskReadings(statement.Key.Scope, statement.ToDictionary(s => s.Key.Aggregate, s => s.Value));
        foreach (var ((scope, set), stretches) in needs.Sizes.Concat(needs.Keys))
            AskDoubts(scope, set, [.. stretches]);
        foreach (var ((scope, set), stretches) in needs.Sizes)
            sizes.Add((scope, set), Run(Emitter([.. stretches]).Size(Formulas.SetOf(set), GroupsOf(scope), ["how many members a set has"]), scope, [.. stretches]));
        foreach (var (scope, formulas) in needs.Entities)
        {
            foreach (var (formula, stretches) in formulas)
                AskEntities(scope, formula, [.. stretches]);
        }
    }

    public (SqlReading Reading, SqlAnswers Answers) Find(Scope scope, Aggregate aggregate) => readings[(scope, aggregate)];

    public SqlAnswers Sizes(Scope scope, SetFormula set) => sizes[(scope, set)];

    /// <summary>Whether it is not known who is in a set, because a filter of one of its rows overflows.</summary>
    public bool IsDoubtful(SetFormula set, Stretch stretch, Scope scope, int code) => doubts[(scope, set)]?.Find(stretch, code) is not null;

    /// <summary>The same of rows that belong to a set that a filter tests.</summary>
    public bool IsDoubtful(PlanSetReading set, Stretch stretch)
    {
        if (!doubtsOfRows.TryGetValue((set.Aggregate, stretch), out bool isDoubtful))
            doubtsOfRows.Add((set.Aggregate, stretch), isDoubtful = Emitter([stretch]).Doubts(set with { Steps = [] }, null) is { } sql && database.Query(sql, cancellation).Any());
        return isDoubtful;
    }

    public (SqlPerQuery Query, SqlAnswers Answers) Find(Scope scope, Formula formula) => entities[scope][formula];

    public SqlAnswers Groups(GroupScope scope, Leaf leaf) => groups[(scope, leaf.Rows.Source, leaf.Rows.Time?.ToString())];

    // A set may be asked for both by its size and by its members.
    private void AskDoubts(Scope scope, SetFormula set, IReadOnlyList<Stretch> stretches)
    {
        if (Emitter(stretches).Doubts(Formulas.SetOf(set), GroupsOf(scope)) is { } sql)
            doubts[(scope, set)] = Run(sql, scope, stretches, doubts.GetValueOrDefault((scope, set)));
        else
            doubts[(scope, set)] = null;
    }

    private SqlAnswers AskGroups(SqlGroupScope scope, Selection rows, IReadOnlyCollection<Stretch> stretches)
    {
        var source = database.SourceOf(rows.Source);
        // The rows' time is that of a selection of the plan with these rows, or where the lives of its rows begin.
        var times = Plan.Selections.Where(s => ReferenceEquals(s.Source, source)).Select(s => s.Time).ToArray();
        var time = times.Concat(times.OfType<Compiler.Binding.Model.RowColumn>().Where(t => t.Life is not null).Select(t => t with { Life = t.Life! with { IncludesEnded = true } })).First(t => SameTime(t, rows));
        return Run(Emitter([.. stretches]).Groups(source, time, scope.Groups), scope, [.. stretches]);
    }

    private static bool SameTime(Compiler.Binding.Model.RowColumn? planned, Selection rows) =>
        (planned is { } time ? PlanFormulas.PathOf(time).ToString() : null) == rows.Time?.ToString();

    private void AskReadings(Scope scope, IReadOnlyDictionary<Aggregate, (HashSet<(AggregateKind, double)> Kinds, HashSet<Stretch> Stretches)> asked)
    {
        Stretch[] stretches = [.. asked.Values.SelectMany(a => a.Stretches).Distinct()];
        var aggregates = asked.ToDictionary(
            a => Formulas.IdOf(a.Key),
            IReadOnlyCollection<(PlanKind, decimal?)> (a) => [.. a.Value.Kinds.Select(k => (Enum.Parse<PlanKind>(k.Item1.ToString()), ParameterOf(k.Item1, k.Item2)))]);
        var query = Emitter(stretches).Readings(aggregates, GroupsOf(scope), Comments(aggregates.Keys));
        var answers = Run(query.Text, scope, stretches);
        foreach (var aggregate in asked.Keys)
            readings.Add((scope, aggregate), (query.Readings[Formulas.IdOf(aggregate)], answers));
    }

    private void AskEntities(Scope scope, Formula formula, IReadOnlyList<Stretch> stretches)
    {
        var emitter = Emitter(stretches);
        var query = formula is PerFormula per
            ? emitter.Per(Formulas.PerOf(per), GroupsOf(scope), ["a number over entities"])
            : emitter.Share(Formulas.PerOf((SharePerFormula)formula), GroupsOf(scope), ["a share of entities"]);
        if (!entities.TryGetValue(scope, out var known))
            entities.Add(scope, known = new(ReferenceEqualityComparer.Instance));
        known.Add(formula, (query, Run(query.Text, scope, stretches)));
    }

    private SqlAnswers Run(string sql, Scope scope, IReadOnlyList<Stretch> stretches, SqlAnswers? before = null)
    {
        var answers = before ?? new SqlAnswers();
        var grouped = scope as SqlGroupScope;
        foreach (var row in database.Query(sql, cancellation))
            answers.Add(stretches[(int)(long)row[0]!], grouped?.CodeOf(row[1]) ?? 0, row);
        return answers;
    }

    private SqlEmitter Emitter(IReadOnlyList<Stretch> stretches) =>
        new(Plan, database.Dialect, new SqlTimes(clock, asOf, () => database.LocalTimes(asOf), stretches, each => leaves.Earliest(Formulas.Of(each.Operand))), database.OnColumn, database.Tables);

    private IEnumerable<string> Comments(IEnumerable<int> aggregates)
    {
        var read = aggregates.ToHashSet();
        return Plan.Metrics
            .Where(m => m.Numbers.SelectMany(PlanParts.Leaves).Any(read.Contains))
            .Select(m => m.Metric.Description is { } description ? $"{Plan.NameOf(m.Metric)}: {description}" : $"{Plan.NameOf(m.Metric)} = {m.Metric.Formula}");
    }

    private string SourceOf(Aggregate aggregate) => aggregate.Rows.Source;

    private static SqlGroups? GroupsOf(Scope scope) => (scope as SqlGroupScope)?.Groups;

    private static decimal? ParameterOf(AggregateKind kind, double parameter) =>
        kind is AggregateKind.Percentile or AggregateKind.PercentileDisc or AggregateKind.Nth ? (decimal)parameter : null;
}
