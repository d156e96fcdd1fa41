using MetricsAsCode.Calculation;
using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Calculation.Scopes;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Data;
using MetricsAsCode.Results;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines.Sql;

/// <summary>Answers questions from a database.</summary>
internal sealed class SqlPass(SqlDatabase database, Clock clock, Instant asOf, CancellationToken cancellation) : EvaluationPass(clock, cancellation)
{
    private readonly WholeScope whole = new();
    private readonly Dictionary<Dimension, SqlGroupScope> groups = [];

    protected override Scope Whole => whole;

    protected override GroupScope By(Dimension dimension)
    {
        if (!groups.TryGetValue(dimension, out var scope))
            groups.Add(dimension, scope = new SqlGroupScope(whole, database.ColumnOf(dimension), database.Dialect));
        return scope;
    }

    protected override GroupScope By(Dimension dimension, IReadOnlyList<int> kept) => groups[dimension].Keeping(kept);

    protected override bool Reaches(string source, GroupScope groups) => ReferencePath.Find(database.SourceOf(source), ((SqlGroupScope)groups).Column) is not null;

    protected override CellEvaluator Read(IReadOnlyList<(Formula Formula, Context Context)> needs, Leaves leaves)
    {
        var asked = new SqlNeeds(leaves, Clock);
        foreach (var (formula, context) in needs)
            asked.Of(formula, context);
        var session = new SqlSession(database, Clock, leaves, asOf, Cancellation);
        session.Ask(asked);
        var failures = new SetFailures(database.Plan, database.Formulas, Clock, session.IsDoubtful);
        return new CellEvaluator(new SqlReadings(session, failures), Clock, leaves, cells => new SqlEntityEvaluator(cells, session, failures, leaves, Clock));
    }
}
