namespace MetricsAsCode.Scorecards.Model;

/// <summary>A status in a word and a symbol, so that nobody has to tell colours apart.</summary>
/// <param name="Word">E.g. <c>at risk</c>.</param>
/// <param name="Symbol">E.g. <c>⚠️</c>.</param>
public sealed record StatusModel(string Word, string Symbol);

/// <summary>How many key results stand alike.</summary>
/// <param name="Status">How they stand.</param>
/// <param name="Count">How many they are.</param>
public sealed record StatusCount(StatusModel Status, int Count);
