using System.Globalization;

namespace MetricsAsCode.Engines.ClickHouse;

/// <summary>What ClickHouse says when it does not answer. The message never says where it is, who connects, or with which password.</summary>
/// <param name="message">A sentence, or the engine's own words.</param>
/// <param name="code">Its number of the error; 0 when there is none, as when it cannot be reached.</param>
internal sealed class ClickHouseException(string message, int code = 0) : Exception(message)
{
    // Numbers of errors that say of a statement that it is none: it is our mistake. Everything else is the server's or the data's.
    private static readonly HashSet<int> OurMistakes = [43, 46, 47, 48, 49, 50, 53, 62, 63, 70, 179, 184, 207, 352, 386, 403];

    public int Code => code;

    public bool IsOurs => OurMistakes.Contains(code);

    public bool IsUnreachable { get; private init; }

    /// <summary>An error as it came from the engine, which begins with its number: <c>Code: 62. DB::Exception: …</c>.</summary>
    public static ClickHouseException Of(string text, int seconds = 0)
    {
        const string mark = "Code: ";
        int at = text.IndexOf(mark, StringComparison.Ordinal);
        int end = at < 0 ? -1 : text.AsSpan(at + mark.Length).IndexOfAnyExceptInRange('0', '9');
        int code = end > 0 && int.TryParse(text.AsSpan(at + mark.Length, end), NumberStyles.None, CultureInfo.InvariantCulture, out int read) ? read : 0;
        return code switch
        {
            159 => TooLong(seconds),
            192 or 193 or 194 or 516 => new ClickHouseException("ClickHouse refuses the user or the password. Mend METRICS_CLICKHOUSE.", code),
            81 => new ClickHouseException("ClickHouse has no database of the name that the connection gives. Mend METRICS_CLICKHOUSE.", code),
            497 => new ClickHouseException("ClickHouse does not let this user read what sources name. Grant SELECT on it.", code),
            279 => new ClickHouseException("a shard of the cluster does not answer, so that no number would be right. Try again when all run.", code),
            210 or 209 or 32 => new ClickHouseException("ClickHouse has lost the connection to another server of the cluster. Try again when all run.", code),
            202 => new ClickHouseException("ClickHouse runs as many statements as it may. Try again later.", code),
            0 => new ClickHouseException("ClickHouse does not answer as its HTTP interface does. Check the port that METRICS_CLICKHOUSE gives."),
            _ => new ClickHouseException(text.Trim(), code),
        };
    }

    public static ClickHouseException TooLong(int seconds) => new($"ClickHouse has not answered within {seconds.ToString(CultureInfo.InvariantCulture)} seconds. Ask for less at a time, or write `?timeout=SECONDS` in METRICS_CLICKHOUSE.", 159);

    /// <param name="hasBeenReached">Whether it had answered before.</param>
    public static ClickHouseException Unreachable(bool hasBeenReached) => hasBeenReached
        ? new ClickHouseException("ClickHouse has closed the connection before it had answered; nothing was computed. Try again when it runs.") { IsUnreachable = true }
        : new ClickHouseException("ClickHouse cannot be reached. Check that it runs, and the host and port that METRICS_CLICKHOUSE gives.") { IsUnreachable = true };
}
