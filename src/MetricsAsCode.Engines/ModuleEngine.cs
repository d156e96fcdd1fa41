using MetricsAsCode.Calculation;
using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.Compiled;
using MetricsAsCode.Engines.Reference;
using MetricsAsCode.Engines.Sql;
using MetricsAsCode.Results;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines;

/// <summary>
/// A module ready to be bound to data, any number of times: what costs compiling is done once.
/// Disposing it lets generated code go once no engine of it is in use.
/// </summary>
public abstract class ModuleEngine : IDisposable
{
    private protected ModuleEngine()
    {
    }

    /// <summary>Prepares a plan for an engine.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="kind">The engine.</param>
    /// <param name="cache">Where compiled calculators are kept from one run to the next; null for nowhere.</param>
    public static ModuleEngine Of(Plan plan, EngineKind kind, AssemblyCache? cache = null) => kind switch
    {
        EngineKind.Reference => new ReferenceModule(plan),
        EngineKind.Compiled => new GeneratedModule(CalculatorCompiler.Compile(plan, cache)),
        EngineKind.DuckDb => new SqlModule(plan),
        EngineKind.Postgres => new SqlModule(plan, SqlDialect.Postgres, Postgres.PostgresTables.Opener(Connections.Postgres())),
        EngineKind.ClickHouse => ClickHouse.ClickHouseTables.Module(plan, Connections.ClickHouse()),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such engine."),
    };

    /// <summary>Binds tables, by the names the plan calls them by.</summary>
    /// <param name="frames">One table for each source of the plan.</param>
    /// <param name="asOf">How far the data count; null for the end of the newest day.</param>
    /// <param name="allowDangling">Whether a reference may lead to a row that is not there, as in tests; it is then missing.</param>
    /// <exception cref="DataException">A reference leads to a row that is not there.</exception>
    public abstract IMetricEngine Open(IReadOnlyDictionary<string, DataFrame> frames, Instant? asOf = null, bool allowDangling = false);

    /// <inheritdoc />
    public virtual void Dispose()
    {
    }

    private sealed class GeneratedModule(CompiledModule compiled) : ModuleEngine
    {
        public override IMetricEngine Open(IReadOnlyDictionary<string, DataFrame> frames, Instant? asOf, bool allowDangling) =>
            compiled.Create(frames, new CalculatorOptions { AsOf = asOf, AllowDangling = allowDangling });

        public override void Dispose() => compiled.Dispose();
    }

    private sealed class ReferenceModule(Plan plan) : ModuleEngine
    {
        public override IMetricEngine Open(IReadOnlyDictionary<string, DataFrame> frames, Instant? asOf, bool allowDangling)
        {
            if (!allowDangling)
                CheckReferences(frames);
            return new ReferenceEngine(plan.Module, frames, asOf);
        }

        /// <summary>The evaluator takes a dangling reference for a missing one; the contract does not.</summary>
        private void CheckReferences(IReadOnlyDictionary<string, DataFrame> frames)
        {
            foreach (var source in plan.Sources)
            {
                foreach (var column in source.Columns.Select(c => c.Column).Where(c => c.References is not null))
                {
                    var (from, to) = (frames[plan.NameOf(source.Source)], frames[plan.NameOf(column.References!)]);
                    References.Link(from, from[column.Name], to, to[column.Entity.Name]);
                }
            }
        }
    }
}
