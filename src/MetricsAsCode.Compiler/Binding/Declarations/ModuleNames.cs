using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>
/// What a module declares, by name. Sources, lets and metrics share one space of names; functions have their own, so that
/// <c>metric nps = nps(…)</c> is no circle. Other modules' names are qualified; the functions of <c>std</c> are always visible.
/// </summary>
internal sealed class ModuleNames(string name, BindingSession session)
{
    public const string Library = "std";

    private readonly Dictionary<string, Named> values = new(StringComparer.Ordinal);

    private readonly Dictionary<string, NamedDefine> defines = new(StringComparer.Ordinal);

    private string? usersCurrency;

    public string Name { get; } = name;

    public BindingSession Session { get; } = session;

    public ProductSymbol Product { get; set; } = ProductSymbol.Default;

    public JourneySymbol? Journey { get; set; }

    /// <summary>The currency of money that names none: the product's, or for a module without product that of the modules that use it, if they have one and the same.</summary>
    public string? Currency => Product.Currency ?? usersCurrency;

    public void UsedWith(string currency) => usersCurrency = currency;

    /// <summary>Where findings about its definitions go: to those of the program, unless it is another module's view of this one.</summary>
    public DiagnosticBag Findings { get; private init; } = session.Findings;

    public IEnumerable<string> ValueNames => values.Keys;

    public IEnumerable<SourceSymbol> Sources => values.Values.OfType<NamedSource>().Select(s => s.Source);

    public IEnumerable<string> SegmentNames => values.Where(v => v.Value is NamedSegment).Select(v => v.Key);

    public IEnumerable<string> DefineNames => defines.Keys.Concat(Std is { } std && std != this ? std.defines.Keys : []);

    /// <summary>What a path could have meant: names of the module that it starts with, or of this one.</summary>
    public IEnumerable<string> NamesBeside(PathSyntax path) =>
        path.Parts.Length > 1 && Other(path.First.Text) is { } other ? other.ValueNames.Select(n => $"{other.Name}.{n}") : ValueNames;

    /// <summary>What other modules call with what they have: its functions, and its metrics over their sources.</summary>
    public IEnumerable<string> Callable => defines.Keys.Concat(values.Where(v => v.Value is NamedMetric).Select(v => v.Key)).Distinct(StringComparer.Ordinal);

    public IEnumerable<string> CallableElsewhere => Session.Modules.Values.SelectMany(m => m.Callable.Select(n => $"{m.Name}.{n}"));

    /// <summary>The other modules.</summary>
    public IEnumerable<string> OtherNames => Session.Modules.Keys.Where(m => !string.Equals(m, Name, StringComparison.Ordinal));

    private ModuleNames? Std => Other(Library);

    public ModuleNames? Other(string module) =>
        string.Equals(module, Name, StringComparison.Ordinal) ? this : Session.Modules.TryGetValue(module, out var other) ? other : null;

    /// <summary>The same definitions over other sources: everything that is bound through it reads those.</summary>
    public ModuleNames Over(IReadOnlyDictionary<string, Named> given, ProductSymbol product, DiagnosticBag findings)
    {
        var view = new ModuleNames(Name, Session) { Product = product, Findings = findings };
        foreach (var value in values)
        {
            view.values.Add(value.Key, given.TryGetValue(value.Key, out var own) ? own : value.Value.In(view));
        }

        foreach (var define in defines)
        {
            view.defines.Add(define.Key, define.Value.In(view));
        }

        return view;
    }

    /// <summary>The declaration that a path starts with, and how many of its parts name it: one, or two behind a module's name.</summary>
    public Named? Find(PathSyntax path, out int used)
    {
        used = 1;
        if (values.TryGetValue(path.First.Text, out var own))
        {
            return PartOf(Used(own), path, ref used);
        }

        used = 2;
        return path.Parts.Length > 1 && Other(path.First.Text) is { } other && other.values.TryGetValue(path.Parts[1].Text, out var qualified)
            ? PartOf(Used(qualified), path, ref used)
            : null;
    }

    /// <summary>Other declarations are used when their meaning is asked for; of a source the name is all there is.</summary>
    private Named Used(Named named)
    {
        if (named is NamedSource { Source: var source })
        {
            Session.Use(source.QualifiedName);
        }

        return named;
    }

    /// <summary>A further name behind a metric with parts is that of a part.</summary>
    private static Named PartOf(Named named, PathSyntax path, ref int used)
    {
        if (named is not NamedParts parts || used >= path.Parts.Length || parts.Part(path.Parts[used].Text) is not { } part)
        {
            return named;
        }

        used++;
        return part;
    }

    public NamedDefine? FindDefine(PathSyntax path) => path.Parts.Length switch
    {
        1 => defines.TryGetValue(path.Text, out var own) ? own : Std?.defines.TryGetValue(path.Text, out var library) == true ? library : null,
        2 => Other(path.First.Text)?.defines.TryGetValue(path.Last.Text, out var qualified) == true ? qualified : null,
        _ => null,
    };

    /// <summary>Adds a source, let or metric; the declaration that has the name already, if one does.</summary>
    public Named? Add(string declared, Named named) => AddTo(values, declared, named);

    public NamedDefine? Add(string declared, NamedDefine define) => AddTo(defines, declared, define);

    private static T? AddTo<T>(Dictionary<string, T> space, string declared, T named)
        where T : class
    {
        if (space.TryGetValue(declared, out var first))
        {
            return first;
        }

        space.Add(declared, named);
        return null;
    }
}
