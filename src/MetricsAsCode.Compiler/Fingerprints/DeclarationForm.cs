using System.Collections.Immutable;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Fingerprints;

/// <summary>What can be declared, in the order in which changes are told.</summary>
public enum DeclarationKind
{
    Product,
    Source,
    Let,
    Define,
    Segment,
    Funnel,
    Cohort,
    Metric,
    Objective,
    KeyResult,
    Journey,
    Scorecard,
}

/// <summary>What an aspect of a declaration decides.</summary>
public enum AspectKind
{
    /// <summary>Numbers: a value, the reason for none, what it rests on, a status.</summary>
    Value,

    /// <summary>What is said of numbers, or which are shown: a unit, a direction, what a scorecard shows.</summary>
    Meaning,

    /// <summary>Nothing that is computed: labels, descriptions, owners, tags.</summary>
    Metadata,
}

/// <summary>One thing that a declaration says.</summary>
/// <param name="Name">What it says, e.g. <c>formula</c>, <c>better</c>, <c>column status</c>.</param>
/// <param name="Digest">Equal for equal meanings, whatever they are written like.</param>
/// <param name="Text">As it is written or would be; empty when it says nothing.</param>
public sealed record Aspect(string Name, AspectKind Kind, string Digest, string Text)
{
    /// <summary>The expression as written; null where there is none.</summary>
    public WrittenForm? Written { get; init; }

    /// <summary>Whether the declaration does not say it itself: it follows from its formula or from another declaration.</summary>
    public bool IsDerived { get; init; }

    /// <summary>Whether it is the names that count, not what they mean: a list of metrics that are shown is the same while it names the same ones.</summary>
    public bool IsOfNames { get; init; }

    public static Aspect Of(string name, AspectKind kind, string? text) => new(name, kind, text ?? "", text ?? "");
}

/// <summary>A declaration as far as it can change.</summary>
/// <param name="Name">The name in its module; <c>objective.key_result</c> of a key result, <c>metric.part</c> of a part. A product has that of its module.</param>
public sealed record DeclarationForm(DeclarationKind Kind, string Module, string Name, Location Location, ImmutableArray<Aspect> Aspects)
{
    /// <summary>What formulas name it by: functions have <c>()</c> behind their name.</summary>
    public string Key => Kind switch
    {
        DeclarationKind.Product => $"product {Module}",
        DeclarationKind.Define => $"{Module}.{Name}()",
        DeclarationKind.Objective => $"objective {Module}.{Name}",
        DeclarationKind.KeyResult => $"key result {Module}.{Name}",
        DeclarationKind.Scorecard => $"scorecard {Module}.{Name}",
        DeclarationKind.Journey => $"journey {Module}",
        _ => $"{Module}.{Name}",
    };

    /// <summary>The declarations that it names, by key.</summary>
    public ImmutableArray<string> Uses { get; init; } = [];

    /// <summary>The funnel, cohort or objective that it is declared by; null when it is declared by itself.</summary>
    public string? Within { get; init; }

    public string? Label { get; init; }

    public MetricSymbol? Metric { get; init; }

    public KeyResultSymbol? KeyResult { get; init; }

    public ObjectiveSymbol? Objective { get; init; }

    public ScorecardSymbol? Scorecard { get; init; }

    /// <summary>SHA-256 over all that it means: of equal declarations equal, whatever their names, labels, owners, order and layout.</summary>
    public string Fingerprint => Digest.OfSet(Kind.ToString(), Aspects.Where(a => a.Kind != AspectKind.Metadata).Select(a => Digest.Of(a.Name, a.Digest)));

    /// <summary>The same over what decides numbers.</summary>
    public string ValueFingerprint => Digest.OfSet(Kind.ToString(), Aspects.Where(a => a.Kind == AspectKind.Value).Select(a => Digest.Of(a.Name, a.Digest)));

    public Aspect? Find(string aspect) => Aspects.FirstOrDefault(a => string.Equals(a.Name, aspect, StringComparison.Ordinal));
}
