using MetricsAsCode.Compiler.Fingerprints;

namespace MetricsAsCode.Cli.Diffing;

/// <summary>Changes in words, the same for terminals and pages. What definitions say is put between marks by the one who prints.</summary>
internal static class ChangeWords
{
    private const int ShortEnough = 120;

    public static string Of(ChangeKind kind) => kind switch
    {
        ChangeKind.Inherited => "changed by inheritance",
        ChangeKind.Metadata => "label, owner or the like",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>E.g. <c>shop.revenue</c>; a product or a journey is called by its kind.</summary>
    public static string Name(DeclarationForm form) => form.Kind switch
    {
        DeclarationKind.Product => form.Module,
        DeclarationKind.Define => form.Key,
        _ => $"{form.Module}.{form.Name}",
    };

    /// <summary>E.g. <c>metric</c>.</summary>
    public static string Noun(DeclarationForm form) => DiffSummary.Noun(form.Kind);

    /// <summary>The file's name and the line.</summary>
    public static string Place(DeclarationForm form) => FormattableString.Invariant($"{form.Location.Text.Path.Split('/')[^1]}:{form.Location.Start.Line}");

    /// <summary>What a declaration says differently, e.g. <c>formula: `a` → `b`</c>.</summary>
    /// <param name="code">Sets off what definitions say.</param>
    public static string Of(AspectChange aspect, Func<string, string> code)
    {
        var (old, now) = (aspect.OldPart, aspect.NewPart);
        if (old.Length == 0 && now.Length == 0)
            return aspect.Name;
        bool isPart = old != aspect.Old || now != aspect.New;
        string what = old.Length == 0 ? $"{(isPart ? "now also" : "now")} {code(now)}"
            : now.Length == 0 ? $"{(isPart ? "no longer" : "no longer said, was")} {code(old)}"
            : $"{code(old)} → {code(now)}";
        string whole = isPart && aspect.New.Length <= ShortEnough ? $", in {code(aspect.New)}" : "";
        return $"{aspect.Name}: {what}{whole}";
    }

    /// <summary>The aspects to speak of: what follows from a formula that has changed itself is said by the formula, units and the like are said.</summary>
    public static IEnumerable<AspectChange> Told(DeclarationChange change) =>
        change.Aspects.Where(a => a.IsDirect || (a.Kind != AspectKind.Value && (a.Old.Length > 0 || a.New.Length > 0)) || (change.Kind == ChangeKind.Changed && change.Paths.IsEmpty && a.Old != a.New));

    /// <summary>What changes nothing that is computed, of declarations of which nothing else is told.</summary>
    public static IEnumerable<(DeclarationChange Change, IEnumerable<AspectChange> Labels)> Labels(IEnumerable<DeclarationChange> told) => told
        .Where(c => c.Kind is ChangeKind.Metadata or ChangeKind.Inherited && c.Aspects.Any(a => a.Kind == AspectKind.Metadata))
        .Select(c => (c, c.Aspects.Where(a => a.Kind == AspectKind.Metadata)));

    /// <summary>The way to what has changed a declaration, e.g. <c>`active` → `delivered`</c>.</summary>
    public static string Way(IEnumerable<DeclarationForm> path, Func<string, string> code) => string.Join(" → ", path.Select(f => code(f.Kind == DeclarationKind.Product ? "product" : f.Name)));
}
