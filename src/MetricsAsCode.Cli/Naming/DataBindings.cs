using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Engines.Loading;

namespace MetricsAsCode.Cli.Naming;

/// <summary>Reads <c>--data source=path</c>.</summary>
internal static class DataBindings
{
    /// <exception cref="ToolException">A binding has another form, or names no source, or one twice.</exception>
    public static IReadOnlyDictionary<string, string> Read(Workspace workspace, IEnumerable<string> written)
    {
        var sources = workspace.Modules.SelectMany(m => m.Sources).ToList();
        var bindings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string binding in written)
        {
            int equals = binding.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || equals == binding.Length - 1)
                throw ToolException.Usage($"`{binding}` does not say which file a source is read from. Write --data source=path, e.g. --data orders=exports/orders.csv.");
            string name = binding[..equals];
            if (!sources.Any(s => name == s.Name || name == s.QualifiedName))
                throw ToolException.Usage($"--data names `{name}`, which is no source.{Remedy(name, sources.SelectMany(s => new[] { s.Name, s.QualifiedName }))}");
            if (!bindings.TryAdd(name, binding[(equals + 1)..]))
                throw ToolException.Usage($"--data names `{name}` twice. Give one file for each source.");
        }

        return bindings;
    }

    private static string Remedy(string name, IEnumerable<string> known)
    {
        string suggestion = Suggestion.DidYouMean(name, known);
        return suggestion.Length > 0 ? suggestion : " `metrics list` shows the sources.";
    }
}
