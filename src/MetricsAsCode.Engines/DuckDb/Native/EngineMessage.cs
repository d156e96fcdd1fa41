using System.Globalization;
using System.Text.RegularExpressions;

namespace MetricsAsCode.Engines.DuckDb.Native;

// The engine writes a sentence, often a line that helps, sometimes a long list; then, after an empty line, `LINE 2: ` with a piece of the SQL, and below it a caret.

/// <summary>Makes an exception of what the engine says: the sentence, the line that helps, and the place it points at.</summary>
internal static partial class EngineMessage
{
    private const int Longest = 300, LongestNear = 40;
    private static readonly string[] Helpful = ["Did you mean", "Candidate bindings"];

    public static Exception ToException(string? message, CancellationToken cancellation = default)
    {
        if (cancellation.IsCancellationRequested)
            return new OperationCanceledException(cancellation);
        if (string.IsNullOrEmpty(message))
            return new DuckDbException("DuckDB failed and does not say why.");
        var place = Place().Matches(message).LastOrDefault();
        return place is null
            ? new DuckDbException(Sentence(message))
            : new DuckDbException(Sentence(message[..place.Index]), int.Parse(place.Groups["line"].ValueSpan, CultureInfo.InvariantCulture), Near(place));
    }

    private static string Sentence(string message)
    {
        string[] lines = message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string helpful = lines.Skip(1).FirstOrDefault(l => Helpful.Any(h => l.StartsWith(h, StringComparison.Ordinal))) ?? "";
        return Cut($"{lines.FirstOrDefault()} {helpful}".TrimEnd(), Longest);
    }

    private static string Near(Match place)
    {
        string sql = place.Groups["sql"].Value;
        int at = place.Groups["caret"].Length - (place.Groups["sql"].Index - place.Groups["mark"].Index);
        return Cut(at > 0 && at < sql.Length ? sql[at..] : sql, LongestNear);
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : string.Concat(text.AsSpan(0, length), "…");

    [GeneratedRegex(@"\n\n(?<mark>LINE (?<line>\d+): )(?<sql>[^\n]*)\n(?<caret> *)\^", RegexOptions.ExplicitCapture)]
    private static partial Regex Place();
}
