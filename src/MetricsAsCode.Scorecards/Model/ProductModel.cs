using System.Collections.Immutable;

namespace MetricsAsCode.Scorecards.Model;

/// <summary>What the product says of itself.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Goal">What it is to achieve now.</param>
/// <param name="Vision">What it is to be one day.</param>
/// <param name="Values">What it stands for, one text each.</param>
public sealed record ProductModel(string? Label, string? Goal, string? Vision, ImmutableArray<string> Values);
