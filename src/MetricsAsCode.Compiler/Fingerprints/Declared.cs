using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Fingerprints;

/// <summary>What has been worked out of a compilation so far: the canonical forms of metrics, and of what has none the written form with that of what it names.</summary>
internal sealed class Meanings
{
    private readonly Dictionary<string, Func<string>> digests = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);

    public CanonicalMeasures Measures { get; } = new();

    public void Declare(string key, Func<string> digest) => digests[key] = digest;

    /// <summary>What a name stands for; the name itself when it is that of something that is not told apart any further.</summary>
    public string Of(string key)
    {
        if (known.TryGetValue(key, out string? digest))
        {
            return digest;
        }

        if (!digests.TryGetValue(key, out var compute))
        {
            return key;
        }

        digests.Remove(key);
        return known[key] = compute();
    }
}

/// <summary>Where a declaration stands: its module, its file, and what the names in it mean.</summary>
internal sealed record Declared(ModuleSymbol Module, SyntaxTree Tree, DeclaredNames Names, Meanings Meanings)
{
    /// <summary>Expressions of a declaration as written.</summary>
    /// <param name="user">The key by which the binder knows the declaration; null when it does not.</param>
    /// <param name="parameters">The names of a function's parameters: which they are does not matter.</param>
    public WrittenForms Written(string? user, params string[] parameters) => new(
        Tree,
        path => Array.IndexOf(parameters, path.First.Text) is >= 0 and var place ? ($"${place}", 1) : Names.Find(Module.Name, user, path),
        path => Names.Function(Module.Name, user, path));

    public string Text(SyntaxNode node) => Written(null).Text(node);

    /// <summary>A written form as a digest in which names stand for what they mean.</summary>
    public string Meaning(WrittenForm form) => Digest.Of("written", form.Key(Meanings.Of));

    public DeclarationForm Form(DeclarationKind kind, string name, SyntaxNode place, IEnumerable<Aspect> aspects)
    {
        var all = aspects.ToImmutableArray();
        return new DeclarationForm(kind, Module.Name, name, Tree.At(place), all)
        {
            Uses = [.. all.Where(a => a.Written is not null && !a.IsOfNames).SelectMany(a => a.Written!.References).Where(r => r[0] != '$').Distinct()],
        };
    }

    /// <summary>A list of declarations: which they are, not what they mean.</summary>
    public static Aspect ListOf(string name, AspectKind kind, IEnumerable<WrittenForm> names)
    {
        var list = new WrittenForm("list", [.. names], "");
        string text = string.Join(", ", list.Parts.Select(p => p.Text));
        return new Aspect(name, kind, text, text) { Written = list with { Text = text }, IsOfNames = true };
    }

    public WrittenForm Reference(MetricSymbol metric) =>
        WrittenForm.Reference(metric.QualifiedName, metric.Module == Module.Name ? metric.Name : metric.QualifiedName);

    public static IEnumerable<Aspect> Labels(TextExpression? label, string? description) =>
        [Aspect.Of("label", AspectKind.Metadata, label?.Value), Aspect.Of("description", AspectKind.Metadata, description)];

    /// <summary>The calendar that periods are resolved in: the same formula over other days is another number.</summary>
    public Aspect Calendar() => new(
        "calendar",
        AspectKind.Value,
        Digest.Of("calendar", Module.Product.TimeZone, Module.Product.WeekStart.ToString(), Module.Product.YearStartMonth.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        "")
    {
        IsDerived = true,
    };

    public string Set(EntitySet set) => CanonicalSets.Of(set, isInner: false);
}
