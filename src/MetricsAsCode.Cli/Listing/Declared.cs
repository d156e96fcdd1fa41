namespace MetricsAsCode.Cli.Listing;

/// <summary>One declaration as <c>metrics list</c> shows it.</summary>
/// <param name="Kind">What is declared, e.g. <c>metric</c>, <c>north_star</c>, <c>key_result</c>, <c>journey_stage</c>.</param>
/// <param name="Id">The name in its module; <c>objective.key_result</c> for a key result, <c>journey.stage</c> for a stage, the module's name for its product, the label for a test.</param>
/// <param name="Formula">The definition as written, white space folded; null where there is none.</param>
/// <param name="File">The file, relative to the current directory.</param>
internal sealed record Declared(string Module, string Kind, string Id, string? Label, string? Formula, string File, int Line)
{
    /// <summary>What it is declared in: the objective of a key result, <c>journey</c>, a metric with parts, a funnel or cohort; null for what stands by itself.</summary>
    public string? Within { get; init; }

    /// <summary>The id without what it is declared in, e.g. <c>awareness</c> of <c>journey.awareness</c>.</summary>
    public string Name => Within is null ? Id : Id[(Within.Length + 1)..];

    public string? Description { get; init; }

    /// <summary>What the number measures; null for what is no number.</summary>
    public string? Unit { get; init; }

    /// <summary><c>higher</c> or <c>lower</c>; null where neither is said to be better.</summary>
    public string? Better { get; init; }

    public string? Owner { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];
}
