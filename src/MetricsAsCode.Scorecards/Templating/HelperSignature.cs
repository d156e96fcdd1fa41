using System.Collections.Immutable;

namespace MetricsAsCode.Scorecards.Templating;

/// <summary>What a helper takes at one place.</summary>
internal enum HelperTakes
{
    /// <summary>A text or number.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A list of numbers.</summary>
    Numbers,

    /// <summary>The name of a metric, in quotes.</summary>
    Metric,
}

/// <summary>How a helper is called.</summary>
/// <param name="Name">E.g. <c>link</c>.</param>
/// <param name="Form">How it is written, e.g. <c>link TEXT ADDRESS</c>.</param>
/// <param name="Takes">What it takes, place by place.</param>
/// <param name="Gives">What it stands for.</param>
/// <param name="Meaning">What it does, in a sentence, for the documentation.</param>
internal sealed record HelperSignature(string Name, string Form, ImmutableArray<HelperTakes> Takes, TemplateShape Gives, string Meaning)
{
    /// <summary>Whether the bare name is the field of that name: true of one that is named like the fields it resembles.</summary>
    internal bool IsFieldWhenBare { get; init; }
}
