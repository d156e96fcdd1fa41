using System.Collections.Immutable;

namespace MetricsAsCode.Scorecards.Model;

/// <summary>What the product says of itself.</summary>
public sealed record ProductModel(string? Label, string? Goal, string? Vision, ImmutableArray<string> Values);
