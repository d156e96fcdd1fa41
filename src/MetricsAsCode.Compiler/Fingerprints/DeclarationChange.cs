using System.Collections.Immutable;

namespace MetricsAsCode.Compiler.Fingerprints;

/// <summary>What became of a declaration, in the order in which changes are told.</summary>
public enum ChangeKind
{
    Removed,

    /// <summary>The same under another name.</summary>
    Renamed,

    /// <summary>It says something else itself.</summary>
    Changed,

    /// <summary>It says the same of something that has changed.</summary>
    Inherited,
    Added,

    /// <summary>Labels, descriptions, owners: nothing that is computed or shown as a number.</summary>
    Metadata,
}

/// <summary>One thing that a declaration says differently.</summary>
/// <param name="IsDirect">Whether the declaration says it itself.</param>
/// <param name="Old">As it was; empty when nothing was said.</param>
/// <param name="New">As it is.</param>
public sealed record AspectChange(string Name, AspectKind Kind, bool IsDirect, string Old, string New)
{
    /// <summary>The smallest part of <see cref="Old"/> that makes the difference; all of it where there is none smaller.</summary>
    public string OldPart { get; init; } = Old;

    public string NewPart { get; init; } = New;
}

/// <summary>What became of one declaration. Exactly one of <paramref name="Old"/> and <paramref name="New"/> is null when it was added or removed.</summary>
/// <param name="Aspects">What it says differently; of an inherited change nothing but what follows from others.</param>
/// <param name="Paths">Through which declarations it is changed by others, each path from the one that it names to the one that says something else; shortest first.</param>
public sealed record DeclarationChange(
    ChangeKind Kind, DeclarationForm? Old, DeclarationForm? New, ImmutableArray<AspectChange> Aspects, ImmutableArray<ImmutableArray<DeclarationForm>> Paths)
{
    /// <summary>As it is now, or was.</summary>
    public DeclarationForm Form => New ?? Old ?? throw new InvalidOperationException("A change is of something.");

    /// <summary>Whether numbers may differ: it is on both sides, and what decides them is not the same.</summary>
    public bool DecidesOtherNumbers => Kind is ChangeKind.Changed or ChangeKind.Inherited && Aspects.Any(a => a.Kind == AspectKind.Value);
}
