using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Differential.Cases;
using MetricsAsCode.Differential.Chdb;
using MetricsAsCode.Differential.Cluster;
using MetricsAsCode.Differential.Foreign;
using MetricsAsCode.Engines;
using MetricsAsCode.Results;

namespace MetricsAsCode.Differential.Running;

/// <summary>What an engine did with a trial, beside the reference evaluator.</summary>
/// <param name="Differences">What differs, or what was thrown; nothing when they agree.</param>
/// <param name="Compared">How many results were compared.</param>
/// <param name="Refused">Of each question that the engine says it cannot answer, the words in which it does.</param>
internal sealed record Verdict(IReadOnlyList<string> Differences, int Compared, IReadOnlyList<string> Refused);

/// <summary>Computes trials with an engine and compares.</summary>
internal static class Comparing
{
    /// <summary>The reference evaluator, the calculator, the database.</summary>
    public static readonly string[] Names = ["reference", "compiled", "duckdb"];

    /// <summary>The databases by name.</summary>
    public static readonly IReadOnlyDictionary<string, Func<Plan, ModuleEngine>> Databases = new Dictionary<string, Func<Plan, ModuleEngine>>(StringComparer.Ordinal)
    {
        ["duckdb"] = static plan => ModuleEngine.Of(plan, EngineKind.DuckDb),
        ["postgres"] = static plan => ModuleEngine.Of(plan, EngineKind.Postgres),
        ["postgres-1-shard"] = static plan => ForeignTables.Module(plan, shards: 1),
        ["postgres-3-shards"] = static plan => ForeignTables.Module(plan, shards: 3),
        ["clickhouse"] = static plan => ChdbConnection.Module(plan),
        ["clickhouse-1-shard"] = static plan => ShardedTables.Module(plan, shards: 1),
        ["clickhouse-3-shards"] = static plan => ShardedTables.Module(plan, shards: 3),
    };

    /// <summary>What the reference evaluator finds.</summary>
    public static IReadOnlyList<MetricResult> Reference(Trial trial)
    {
        using var module = ModuleEngine.Of(trial.Plan, EngineKind.Reference);
        return module.Open(trial.Frames, trial.AsOf).Evaluate(trial.Requests, default);
    }

    /// <summary>What differs in a case; for the reference evaluator, what it throws.</summary>
    /// <exception cref="UnboundException">The definitions do not bind.</exception>
    public static IReadOnlyList<string> Judge(Case given, string engine)
    {
        var trial = Trial.Of(given);
        IReadOnlyList<MetricResult> expected;
        try
        {
            expected = Reference(trial);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return engine == Names[0] ? [Shown(e)] : [];
        }

        return engine == Names[0] ? [] : With(trial, expected, engine, t => Open(t, engine)).Differences;
    }

    /// <summary>What differs in a case from any engine that is there.</summary>
    public static IEnumerable<string> Judge(Case given, EngineChoice engines) =>
        Names[..(engines.Compiled ? 2 : 1)].Concat(engines.Databases).SelectMany(n => Judge(given, n).Select(d => $"{n}: {d}"));

    private static IMetricEngine Open(Trial trial, string engine) =>
        (engine == Names[1] ? ModuleEngine.Of(trial.Plan, EngineKind.Compiled) : Databases[engine](trial.Plan)).Open(trial.Frames, trial.AsOf);

    /// <summary>Compares what an engine finds with what is expected. A database may add binary doubles in its own order.</summary>
    public static Verdict With(Trial trial, IReadOnlyList<MetricResult> expected, string name, Func<Trial, IMetricEngine> open)
    {
        try
        {
            var engine = open(trial);
            using (engine as IDisposable)
                return Compare(trial, expected, engine, Leeway.Of(trial.Plan, trial.Frames, addsInItsOwnOrder: Databases.ContainsKey(name)));
        }
        catch (SqlRefusal refusal)
        {
            return new Verdict([], 0, [refusal.Message]);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new Verdict([Shown(e)], 0, []);
        }
    }

    public static string Shown(Exception e) => $"threw {e.GetType().Name}: {e.Message}{(e is InvalidOperationException or NullReferenceException or KeyNotFoundException or IndexOutOfRangeException or ArgumentException ? "\n" + e.StackTrace : "")}";

    private static Verdict Compare(Trial trial, IReadOnlyList<MetricResult> expected, IMetricEngine engine, Leeway? leeway)
    {
        try
        {
            var found = engine.Evaluate(trial.Requests, default);
            return new Verdict([.. Agreement.Differences(found, expected, leeway)], found.Count, []);
        }
        catch (SqlRefusal)
        {
            return OneByOne(trial, engine, leeway);
        }
    }

    private static Verdict OneByOne(Trial trial, IMetricEngine engine, Leeway? leeway)
    {
        var differences = new List<string>();
        var refused = new List<string>();
        int compared = 0;
        foreach (var request in trial.Requests)
        {
            try
            {
                var found = engine.Evaluate([request], default);
                differences.AddRange(Agreement.Differences(found, Reference(trial with { Requests = [request] }), leeway));
                compared += found.Count;
            }
            catch (SqlRefusal refusal)
            {
                refused.Add(refusal.Message);
            }
        }

        return new Verdict(differences, compared, refused);
    }
}
