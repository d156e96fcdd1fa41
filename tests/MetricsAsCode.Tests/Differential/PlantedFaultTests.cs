using MetricsAsCode.Differential.Cases;
using MetricsAsCode.Differential.Generation;
using MetricsAsCode.Differential.Running;
using MetricsAsCode.Engines.Sql;
using MetricsAsCode.Tests.DuckDb;
using Case = MetricsAsCode.Differential.Cases.Case;

namespace MetricsAsCode.Tests.Differential;

/// <summary>Random programs find a mistake in the SQL, without knowing where to look.</summary>
public sealed class PlantedFaultTests
{
    private const int Most = 400;

    [DuckDbTheory]
    [InlineData("IS NOT NULL", "IS NOT NULL OR TRUE")]      // a dropped null guard
    [InlineData("LEFT JOIN", "JOIN")]                       // INNER for OUTER
    [InlineData("< w.to_us", "<= w.to_us")]                 // `<` for `<=`, at the end of a period
    [InlineData("count(DISTINCT", "count(")]                // a distinct count that is summed
    [InlineData("ON r_customers_ref.c_id = r.customers_ref", "ON TRUE")]   // a join that fans out
    public void Is_found(string right, string wrong) =>
        Enumerable.Range(0, Most).Any(n => IsFoundBy(n, right, wrong)).ShouldBeTrue();

    private static bool IsFoundBy(int number, string right, string wrong)
    {
        if (Sound.Of(Programs.Of(11, number)) is not { } program)
            return false;
        var trial = Trial.Of(Case.Of(program, "p"));
        bool isPlanted = false;
        using var broken = new SqlModule(trial.Plan, inner => new Rewritten(inner, sql =>
        {
            isPlanted |= sql.Contains(right, StringComparison.Ordinal);
            return sql.Replace(right, wrong, StringComparison.Ordinal);
        }));
        var verdict = Comparing.With(trial, Comparing.Reference(trial), Comparing.Names[2], t => broken.Open(t.Frames, t.AsOf, false));
        return isPlanted && verdict.Differences.Any(d => !d.StartsWith("threw ", StringComparison.Ordinal));
    }

    private sealed class Rewritten(ISqlConnection inner, Func<string, string> rewrite) : ISqlConnection
    {
        public IEnumerable<IReadOnlyList<object?>> Query(string sql, CancellationToken cancellation) => inner.Query(rewrite(sql), cancellation);

        public void Dispose() => inner.Dispose();
    }
}
