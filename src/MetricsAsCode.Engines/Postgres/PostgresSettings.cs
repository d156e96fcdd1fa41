using System.Data.Common;
using MetricsAsCode.Engines.Sql;
using Npgsql;

namespace MetricsAsCode.Engines.Postgres;

/// <summary>How to connect to PostgreSQL. What it holds is a secret: it is never shown, and taken out of what others say.</summary>
internal sealed class PostgresSettings
{
    public const string Example = "Host=db.example.com;Database=shop;Username=reader;Password=…";

    // Statements over large tables take their time.
    private const int Seconds = 600;
    private readonly string secret;

    private PostgresSettings(NpgsqlConnectionStringBuilder builder) => (ConnectionString, secret) = (builder.ConnectionString, builder.Password ?? "");

    public string ConnectionString { get; }

    /// <summary>Reads a connection string as Npgsql has it, or <c>postgres://user:password@host:port/database</c>.</summary>
    /// <exception cref="ConnectionMissingException">It cannot be read.</exception>
    public static PostgresSettings Read(string said)
    {
        try
        {
            string text = IsAddress(said) ? OfAddress(new Uri(said)) : said;
            var given = new DbConnectionStringBuilder { ConnectionString = text };
            var builder = new NpgsqlConnectionStringBuilder(text)
            {
                Pooling = false,
                Enlist = false,
                PersistSecurityInfo = false,
                IncludeErrorDetail = false,
                LogParameters = false,
            };
            if (!given.Keys.Cast<string>().Any(k => k.Replace(" ", "", StringComparison.Ordinal).Equals("commandtimeout", StringComparison.OrdinalIgnoreCase)))
                builder.CommandTimeout = Seconds;
            builder.ApplicationName ??= "metrics";
            if (string.IsNullOrEmpty(builder.Host))
                throw new ConnectionMissingException($"The connection to PostgreSQL names no host. Write it like `{Example}`.");
            return new PostgresSettings(builder);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException or InvalidCastException or OverflowException)
        {
            // What the parser says may quote what it has read.
            throw new ConnectionMissingException($"The connection to PostgreSQL cannot be read. Write it like `{Example}`.");
        }
    }

    /// <summary>The same text without the password.</summary>
    public string Without(string message) => secret.Length == 0 ? message : message.Replace(secret, "…", StringComparison.Ordinal);

    private static bool IsAddress(string said) => said.StartsWith("postgres://", StringComparison.Ordinal) || said.StartsWith("postgresql://", StringComparison.Ordinal);

    private static string OfAddress(Uri address)
    {
        string[] user = address.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder { Host = address.Host, Port = address.Port > 0 ? address.Port : 5432 };
        if (user[0].Length > 0)
            builder.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1)
            builder.Password = Uri.UnescapeDataString(user[1]);
        if (address.AbsolutePath.Length > 1)
            builder.Database = Uri.UnescapeDataString(address.AbsolutePath[1..]);
        foreach (string[] option in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(o => o.Split('=', 2)))
            builder[option[0] == "sslmode" ? "SSL Mode" : Uri.UnescapeDataString(option[0])] = Uri.UnescapeDataString(option.Length > 1 ? option[1] : "");
        return builder.ConnectionString;
    }
}
