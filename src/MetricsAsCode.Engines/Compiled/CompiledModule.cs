using System.Reflection;
using System.Runtime.Loader;
using MetricsAsCode.Calculation;
using MetricsAsCode.Data;

namespace MetricsAsCode.Engines.Compiled;

/// <summary>A module's calculator, compiled and loaded. Disposing it lets the code go once no calculator of it is in use.</summary>
public sealed class CompiledModule : IDisposable
{
    private readonly AssemblyLoadContext context;
    private readonly Func<IReadOnlyDictionary<string, DataFrame>, CalculatorOptions?, Calculator> create;

    internal CompiledModule(string name, string code, Type calculator, IReadOnlyDictionary<string, SourceContract> sources, AssemblyLoadContext context)
    {
        (Name, Code, Sources) = (name, code, sources);
        this.context = context;
        var factory = calculator.GetMethod("Create", BindingFlags.Public | BindingFlags.Static)
            ?? throw new InvalidOperationException($"{calculator} has no factory.");
        create = factory.CreateDelegate<Func<IReadOnlyDictionary<string, DataFrame>, CalculatorOptions?, Calculator>>();
    }

    /// <summary>The module's name.</summary>
    public string Name { get; }

    /// <summary>The C# that was compiled.</summary>
    public string Code { get; }

    /// <summary>What the calculator reads, by the name of the source.</summary>
    public IReadOnlyDictionary<string, SourceContract> Sources { get; }

    /// <summary>Binds tables, by the names of their sources, to the metrics.</summary>
    /// <exception cref="DataException">A reference leads to a row that is not there.</exception>
    public Calculator Create(IReadOnlyDictionary<string, DataFrame> frames, CalculatorOptions? options = null) => create(frames, options);

    public void Dispose() => context.Unload();
}

/// <summary>The contract of a source's rows, and the columns of it that are read.</summary>
public sealed record SourceContract(SourceSchema Schema, IReadOnlySet<string> ColumnsInUse);
