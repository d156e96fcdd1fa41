using MetricsAsCode.Data;
using Npgsql;

namespace MetricsAsCode.Engines.Postgres;

/// <summary>What the server or the network says, as errors of the data. Never shown: where the server is, who connects, and with which password.</summary>
internal static class PostgresErrors
{
    public const string Place = "postgres";

    // Our statements are at fault: syntax, names and types that are not there.
    private static readonly string[] OurMistakes = ["42601", "42703", "42883", "42804", "42803", "42P10", "42846", "42725", "0A000"];

    public static DataException Of(string message, Exception? inner = null) => new([new DataError(Place, 0, 0, null, null, message)], inner: inner);

    /// <summary>A connection that cannot be made.</summary>
    public static DataException ToConnect(NpgsqlException e) => Of(e is PostgresException { SqlState: var state } said
        ? state switch
        {
            _ when state.StartsWith("28", StringComparison.Ordinal) => "PostgreSQL refuses the user or the password. Mend what METRICS_POSTGRES or METRICS_CONNECTIONS says.",
            "3D000" => "PostgreSQL has no database of the name that the connection gives. Mend what METRICS_POSTGRES or METRICS_CONNECTIONS says.",
            "57P03" => "PostgreSQL is starting or stopping. Try again when it runs.",
            "53300" => "PostgreSQL has no connection left for this user. Try again later.",
            "42501" or "25006" => $"PostgreSQL does not let this user make what lives only as long as the connection ({said.MessageText}). Connect to a server that is no standby, and grant TEMPORARY on the database.",
            _ => $"PostgreSQL does not take the connection ({state}: {said.MessageText}).",
        }
        : Unreachable().Errors[0].Message);

    public static DataException Unreachable() => Of("PostgreSQL cannot be reached. Check that it runs, and the host and port that METRICS_POSTGRES or METRICS_CONNECTIONS gives.");

    /// <summary>A statement that has failed.</summary>
    public static Exception ToAnswer(NpgsqlException e, string sql, PostgresSettings settings, int seconds) => e switch
    {
        PostgresException { SqlState: "57014" } => Of("PostgreSQL has stopped a statement, as it does when its own statement_timeout runs out. Ask for less at a time, or raise the limit."),
        PostgresException { SqlState: "42501" } said => Of($"PostgreSQL refuses ({said.MessageText}). Grant SELECT on what sources read."),
        PostgresException said when said.SqlState.StartsWith("57P", StringComparison.Ordinal) || said.SqlState.StartsWith("08", StringComparison.Ordinal) => Lost(),
        PostgresException said when OurMistakes.Contains(said.SqlState) => new InvalidOperationException(settings.Without($"{said.SqlState}: {said.MessageText}\n{sql}")),
        PostgresException said => Of(settings.Without($"PostgreSQL cannot answer ({said.SqlState}: {said.MessageText}).")),
        { InnerException: TimeoutException } => Of(FormattableString.Invariant($"PostgreSQL has not answered within {seconds} seconds. Ask for less at a time, or set `Command Timeout=SECONDS` in METRICS_POSTGRES.")),
        _ => Lost(),
    };

    public static DataException Lost() => Of("PostgreSQL has closed the connection before it had answered; nothing was computed. Try again when it runs.");
}
