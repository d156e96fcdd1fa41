namespace MetricsAsCode.Compiler.Diagnostics;

/// <summary>Lists in words.</summary>
internal static class Sentence
{
    /// <summary>What to write instead: the offers, or something of the unit that is due.</summary>
    public static string Write(IReadOnlyList<string> offers, string due) =>
        offers.Count == 0 ? $"Write {due}." : $"Write {List([.. offers.Select(o => $"`{o}`")], offers.Count)}.";

    /// <summary><c>a, b or c</c>; of too many the last ones, since what may be left out is expected before what may not.</summary>
    public static string List(IReadOnlyList<string> items, int most)
    {
        var said = items.Skip(Math.Max(0, items.Count - most)).ToList();
        return said.Count <= 1
            ? string.Concat(said)
            : $"{string.Join(", ", said.Take(said.Count - 1))} or {said[said.Count - 1]}";
    }
}
