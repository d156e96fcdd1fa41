namespace MetricsAsCode.Compiler.Fingerprints;

/// <summary>
/// An expression as it is written, without parentheses that say nothing and in no order where order says nothing. Names of declarations are kept apart from other words,
/// so that a declaration that only goes by another name is written the same.
/// </summary>
/// <param name="Head">What kind of expression it is; of a leaf its text, of a reference the declaration's qualified name.</param>
/// <param name="Parts">What it is made of.</param>
/// <param name="Text">As written, white space folded.</param>
public sealed record WrittenForm(string Head, IReadOnlyList<WrittenForm> Parts, string Text)
{
    /// <summary>Whether it names a declaration.</summary>
    public bool IsReference { get; init; }

    /// <summary>Whether its parts may stand in any order; what then stands between them.</summary>
    public string? Joiner { get; init; }

    public static WrittenForm Leaf(string text) => new(text, [], text);

    public static WrittenForm Reference(string name, string text) => new(name, [], text) { IsReference = true };

    /// <summary>The declarations that it names.</summary>
    public IEnumerable<string> References => IsReference ? [Head] : Parts.SelectMany(p => p.References);

    /// <summary>Equal for equal forms and different for others, with another word for what is named.</summary>
    public string Key(Func<string, string> name)
    {
        if (IsReference)
        {
            return $"@{name(Head)}";
        }

        var parts = Parts.Select(p => p.Key(name));
        return Digest.Of(Head, Joiner is null ? parts : parts.OrderBy(p => p, StringComparer.Ordinal));
    }

    /// <summary>
    /// The smallest parts that make the difference between two forms, as text; null when there is none. A part that only one has is empty for the other.
    /// </summary>
    /// <param name="now">What the declarations that the older form names are called in the newer one.</param>
    public static (string Old, string New)? Difference(WrittenForm old, WrittenForm @new, Func<string, string> now)
    {
        if (Same(old, @new, now))
        {
            return null;
        }

        if (old.Head != @new.Head || old.IsReference || @new.IsReference || old.Parts.Count == 0 || @new.Parts.Count == 0)
        {
            return (old.Text, @new.Text);
        }

        return old.Joiner is { } joiner ? OfMany(old, @new, joiner, now) : OfPlaces(old, @new, now);
    }

    private static bool Same(WrittenForm old, WrittenForm @new, Func<string, string> now) => string.Equals(old.Key(now), @new.Key(n => n), StringComparison.Ordinal);

    private static (string Old, string New)? OfPlaces(WrittenForm old, WrittenForm @new, Func<string, string> now)
    {
        if (old.Parts.Count != @new.Parts.Count)
        {
            return (old.Text, @new.Text);
        }

        var places = Enumerable.Range(0, old.Parts.Count).Where(i => !Same(old.Parts[i], @new.Parts[i], now)).ToList();
        return places.Count == 1 ? Difference(old.Parts[places[0]], @new.Parts[places[0]], now) : (old.Text, @new.Text);
    }

    private static (string Old, string New)? OfMany(WrittenForm old, WrittenForm @new, string joiner, Func<string, string> now)
    {
        var added = @new.Parts.ToList();
        var gone = new List<WrittenForm>();
        foreach (var part in old.Parts)
        {
            int found = added.FindIndex(a => Same(part, a, now));
            if (found < 0)
            {
                gone.Add(part);
            }
            else
            {
                added.RemoveAt(found);
            }
        }

        return gone.Count == 1 && added.Count == 1 ? Difference(gone[0], added[0], now) : (Joined(gone, joiner), Joined(added, joiner));
    }

    private static string Joined(IEnumerable<WrittenForm> parts, string joiner) => string.Join(joiner, parts.Select(p => p.Text));
}
