using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Symbols;

public enum Direction
{
    None,
    Higher,
    Lower,
}

/// <summary>
/// A metric, or the anonymous formula of a key result. One instance per declaration and compilation, so it compares by identity;
/// <see cref="Body"/> and what follows from it are set once, when it is bound.
/// </summary>
public sealed class MetricSymbol(string module, string name, string? label, string? description, string formula, Location location)
{
    public string Module { get; } = module;

    /// <summary>The name as written; <c>objective.key_result</c> for the formula of a key result.</summary>
    public string Name { get; } = name;

    public string? Label { get; } = label;

    public string? Description { get; } = description;

    /// <summary>The right side as written, white space folded.</summary>
    public string Formula { get; } = formula;

    /// <summary>What the names in the formula stand for.</summary>
    public ImmutableArray<TermSymbol> Terms { get; internal set; } = [];

    public Location Location { get; } = location;

    public Measure Body { get; internal set; } = Measure.Error;

    public Unit Unit { get; internal set; } = Unit.Error;

    public Display? Display { get; internal set; }

    public Grain? Every { get; internal set; }

    /// <summary>The time that each row stands for as a whole, e.g. a month of costs: there is no value for a shorter one. Null for events and states.</summary>
    public Grain? RowGrain { get; internal set; }

    public Direction Better { get; internal set; }

    /// <summary>What it is broken down by when nothing else is said, as in <c>metric cpa by campaigns.channel = …</c>; without a breakdown it is computed over all.</summary>
    public ColumnSymbol? By { get; internal set; }

    /// <summary>The metric that it is a part of, e.g. <c>mrr_movements</c> of <c>mrr_movements.new</c>.</summary>
    public string? PartOf { get; internal init; }

    /// <summary>The metric that it is another name of, as in <c>metric a = b</c>.</summary>
    public MetricSymbol? AliasOf { get; internal set; }

    public string? Owner { get; internal set; }

    public ImmutableArray<string> Tags { get; internal set; } = [];

    /// <summary>Count and sum of event sources, added or scaled by positive constants, without window, per or each: it grows with the period.</summary>
    public bool IsAdditive { get; internal set; }

    /// <summary>Whether it reads the period before without a fixed <c>every</c>: too early to judge while its period runs.</summary>
    public bool ReadsPrevious { get; internal set; }

    /// <summary>What its results say of the sample that they rest on; null when they rest on none.</summary>
    public MetricSample? Sample { get; internal set; }

    /// <summary>Whether it is the formula of a key result rather than a declared metric.</summary>
    public bool IsAnonymous { get; internal init; }

    /// <summary>The funnel or cohort whose member it is; null for a metric that is declared by itself.</summary>
    public string? MemberOf { get; internal init; }

    public string QualifiedName => $"{Module}.{Name}";

    public override string ToString() => Name;
}
