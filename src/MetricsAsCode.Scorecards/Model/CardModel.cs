using System.Collections.Immutable;

namespace MetricsAsCode.Scorecards.Model;

/// <summary>A metric by itself: its value, what that rests on, and how it is defined.</summary>
/// <param name="Name">The name as written.</param>
/// <param name="Label">The label, or else the name.</param>
/// <param name="Description">What it means.</param>
/// <param name="Formula">The right side as written.</param>
/// <param name="Unit">E.g. <c>percent</c> or <c>money USD</c>.</param>
/// <param name="Better"><c>higher</c> or <c>lower</c>, where it says.</param>
/// <param name="Every">The fixed grain, e.g. <c>month</c>, if it has one.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Tags">Its tags, separated by commas; null when it has none.</param>
/// <param name="Link">Where it is defined.</param>
public sealed record CardModel(
    string Name,
    string Label,
    string? Description,
    string Formula,
    string Unit,
    string? Better,
    string? Every,
    string? Owner,
    string? Tags,
    LinkModel Link)
{
    /// <summary>Its value over the scorecard's period.</summary>
    public required Figure Value { get; init; }

    /// <summary>The rows or entities it rests on.</summary>
    public required Figure N { get; init; }

    /// <summary>What is said of the sample it rests on: response rate and interval; null when it rests on none.</summary>
    public string? Sample { get; init; }

    /// <summary>What else to bear in mind; null when there is nothing.</summary>
    public string? Caveats { get; init; }

    /// <summary>What the names in the formula stand for, in reading order; names of <c>std</c> and of other metrics are not among them.</summary>
    public ImmutableArray<TermModel> Terms { get; init; } = [];
}

/// <summary>A name and what it stands for.</summary>
/// <param name="Name">The name as written in a formula, e.g. <c>active</c>.</param>
/// <param name="Formula">Its right side as written.</param>
public sealed record TermModel(string Name, string Formula);
