using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>What is shared while a program is bound: all modules, the findings, and which definitions are being bound right now.</summary>
internal sealed class BindingSession
{
    private readonly List<string> underWay = [];

    public DiagnosticBag Findings { get; } = new();

    public Dictionary<string, ModuleNames> Modules { get; } = new(StringComparer.Ordinal);

    /// <summary>The binders of all sources, so that one can take over the columns of another.</summary>
    public Dictionary<SourceSymbol, SourceBinder> Sources { get; } = [];

    /// <summary>Modules over the sources of others, by what was given, so that equal calls mean one metric.</summary>
    public Dictionary<string, ModuleNames> Views { get; } = new(StringComparer.Ordinal);

    /// <summary>Which definition names which, by qualified names, those of functions with <c>()</c> behind them.</summary>
    public HashSet<(string User, string Used)> Uses { get; } = [];

    /// <summary>The definition that is being bound names another.</summary>
    public void Use(string name)
    {
        if (underWay.Count > 0)
        {
            Uses.Add((underWay[underWay.Count - 1], name));
        }
    }

    /// <summary>Runs the binding of a definition; leads back to itself, it is reported where the circle closes, and the fallback stands for it.</summary>
    public T Once<T>(string name, Location at, Func<T> bind, T fallback)
    {
        int first = underWay.IndexOf(name);
        if (first >= 0)
        {
            Findings.Add(NameErrors.LeadsBack(at, underWay.Skip(first).Append(name)));
            return fallback;
        }

        underWay.Add(name);
        try
        {
            return bind();
        }
        finally
        {
            underWay.RemoveAt(underWay.Count - 1);
        }
    }
}
