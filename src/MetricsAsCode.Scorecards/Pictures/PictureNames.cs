namespace MetricsAsCode.Scorecards.Pictures;

/// <summary>Names of picture files that every file system and address can hold, each once.</summary>
internal sealed class PictureNames(string folder)
{
    private const int Longest = 60;
    private readonly HashSet<string> given = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of the next picture, e.g. <c>shop-q3/funnel-booking.svg</c>; what has been given gets a number.</summary>
    internal string Next(string kind, string? name = null)
    {
        var stem = name is null ? kind : $"{kind}-{Safe(name)}";
        var unique = stem;
        for (var i = 2; !given.Add(unique); i++)
            unique = FormattableString.Invariant($"{stem}-{i}");
        return $"{folder}/{unique}.svg";
    }

    internal static string Safe(string name) =>
        string.Concat(name.Take(Longest).Select(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' ? c : '_'));
}
