using System.Globalization;
using MetricsAsCode.Engines.Sql;

namespace MetricsAsCode.Engines.ClickHouse;

/// <summary>How to connect to ClickHouse. What it holds is a secret: it is never shown, and taken out of what others say.</summary>
/// <param name="Server">Scheme, host and port of the HTTP interface.</param>
/// <param name="User">The user; null for the server's default.</param>
/// <param name="Password">The password; null for none.</param>
/// <param name="Database">The database of tables that name none; null for the user's own.</param>
/// <param name="Seconds">How long a statement may take.</param>
internal sealed record ClickHouseAddress(Uri Server, string? User, string? Password, string? Database, int Seconds)
{
    public const string Example = "https://reader:password@db.example.com:8443/shop";
    private const int MostSeconds = 600;

    /// <summary>Reads <c>http(s)://user:password@host:port/database?timeout=SECONDS</c>.</summary>
    /// <exception cref="ConnectionMissingException">It cannot be read.</exception>
    public static ClickHouseAddress Read(string said)
    {
        if (!Uri.TryCreate(said.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Host.Length == 0)
            throw Unreadable();
        string[] user = address.UserInfo.Split(':', 2);
        int seconds = MostSeconds;
        foreach (string[] option in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(o => o.Split('=', 2)))
        {
            if (option is not ["timeout", var written] || !int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out seconds) || seconds == 0)
                throw Unreadable();
        }

        string? Part(string text) => text.Length == 0 ? null : Uri.UnescapeDataString(text);
        return new ClickHouseAddress(new Uri(address.GetLeftPart(UriPartial.Scheme) + address.Authority[(address.Authority.LastIndexOf('@') + 1)..]), Part(user[0]), user.Length > 1 ? Part(user[1]) : null, Part(address.AbsolutePath.Trim('/')), seconds);
    }

    /// <summary>The same text without the password.</summary>
    public string Without(string message) => string.IsNullOrEmpty(Password) ? message : message.Replace(Password, "…", StringComparison.Ordinal);

    // Records show what they hold.
    public override string ToString() => "a ClickHouse";

    private static ConnectionMissingException Unreadable() => new($"The connection to ClickHouse cannot be read. Write it like `{Example}`, with `?timeout=SECONDS` if a statement may take longer or shorter than {MostSeconds.ToString(CultureInfo.InvariantCulture)}.");
}
