namespace MetricsAsCode.Engines.ClickHouse;

/// <summary>What ClickHouse says when it does not answer. The message names no user and no password.</summary>
/// <param name="message">In its words.</param>
/// <param name="code">Its number of the error; 0 when there is none, as when it cannot be reached.</param>
/// <param name="inner">What led to it.</param>
internal sealed class ClickHouseException(string message, int code = 0, Exception? inner = null) : Exception(message, inner)
{
    // Numbers of errors that say of a statement that it is none: it is our mistake. Everything else is the server's or the data's.
    private static readonly HashSet<int> OurMistakes = [9, 43, 46, 47, 48, 49, 50, 53, 62, 63, 70, 179, 184, 207, 352, 386, 403];

    public int Code => code;

    public bool IsOurs => OurMistakes.Contains(code);

    /// <summary>An error as it came from the engine, which begins with its number: <c>Code: 62. DB::Exception: …</c>.</summary>
    public static ClickHouseException Of(string text)
    {
        const string mark = "Code: ";
        int at = text.IndexOf(mark, StringComparison.Ordinal);
        int end = at < 0 ? -1 : text.AsSpan(at + mark.Length).IndexOfAnyExceptInRange('0', '9');
        return new ClickHouseException(text.Trim(), end > 0 && int.TryParse(text.AsSpan(at + mark.Length, end), out int code) ? code : 0);
    }
}
