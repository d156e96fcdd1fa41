using System.Text.RegularExpressions;
using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Engines.ClickHouse;
using MetricsAsCode.Engines.Sql;

namespace MetricsAsCode.Tests.ClickHouse;

/// <summary>How the tool connects to ClickHouse, and what it never says.</summary>
public sealed partial class ConnectionTests
{
    private const string Secret = "very-secret";

    [Theory]
    [InlineData("very-secret")]
    [InlineData("ftp://reader:very-secret@db.example.com/shop")]
    [InlineData("http://reader:very-secret@db.example.com:8123/shop?timeout=soon")]
    [InlineData("http://reader:very-secret@db.example.com:8123/shop?user=very-secret")]
    [InlineData("http://reader:very-secret@db.example.com:very-secret/shop")]
    public void A_connection_that_cannot_be_read_is_not_quoted(string written) =>
        Should.Throw<ConnectionMissingException>(() => ClickHouseAddress.Read(written)).ToString().ShouldNotContain(Secret);

    [Fact]
    public void An_address_is_read_with_all_that_is_escaped_in_it()
    {
        var address = ClickHouseAddress.Read("https://us%20er:p%40ss%2F@db.example.com:8443/sh%6Fp?timeout=7");
        (address.Server.ToString(), address.User, address.Password, address.Database, address.Seconds).ShouldBe(("https://db.example.com:8443/", "us er", "p@ss/", "shop", 7));
        address.ToString().ShouldBe("a ClickHouse");
    }

    [ChdbFact]
    public void Nobody_is_told_the_password_whatever_goes_wrong()
    {
        var server = ChdbServer.Shared;
        string[] connections =
        [
            $"http://very-secret:very-secret@127.0.0.1:{ChdbServer.FreePort()}/very-secret",
            "http://very-secret:very-secret@very-secret.invalid/very-secret",
            $"http://very-secret:very-secret@127.0.0.1:{server.Port}/very-secret",
            server.Address("very_secret"),
            server.Address(password: Secret),
        ];
        foreach (string connection in connections)
        {
            var said = Should.Throw<MetricsAsCode.Data.DataException>(() => ClickHouseTables.Connect(ClickHouseAddress.Read(connection), default));
            said.Message.ShouldStartWith("clickhouse: error: ClickHouse ");
            said.ToString().Split('\n')[0].ShouldNotContain(Secret);
        }

        server.Asked.ShouldAllBe(a => !a.Address.Contains("pa55", StringComparison.Ordinal) && !a.Sql.Contains("pa55", StringComparison.Ordinal));
    }

    [ChdbFact]
    public void Settings_go_with_each_statement()
    {
        using var server = ClickHouseTables.Connect(ClickHouseAddress.Read(ChdbServer.Shared.Address()), default);
        server.Run("SELECT 1 FORMAT JSONCompact", default);
        string address = ChdbServer.Shared.Asked.Last(a => a.Sql.StartsWith("SELECT 1 ", StringComparison.Ordinal)).Address;
        foreach (var (name, value) in ClickHouseSettings.Current)
            address.ShouldContain($"&{name}={value}");
        Id().IsMatch(address).ShouldBeTrue();
    }

    [Fact]
    public void Settings_that_scripts_ask_for_are_those_that_the_tool_sends() =>
        ClickHouseDialect.Settings.ShouldAllBe(s => ClickHouseSettings.Current[s.Name] == s.Value.Trim('\''));

    [Theory]
    [InlineData("it's", "'it''s'")]
    [InlineData("\\'; DROP TABLE x; --", "'\\\\''; DROP TABLE x; --'")]
    [InlineData("a\0b\\", "'a\\0b\\\\'")]
    [InlineData("", "''")]
    public void A_text_stays_in_its_quotes(string text, string expected) => ClickHouseDialect.Current.Text(text).ShouldBe(expected);

    [Theory]
    [InlineData("order_id", "order_id")]
    [InlineData("select", "\"select\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\\", "\"a\\\\\"")]
    public void A_name_stays_in_its_quotes(string name, string expected) => ClickHouseDialect.Current.NameOf(name).ShouldBe(expected);

    [GeneratedRegex("query_id=metrics-[0-9a-f]{32}-[0-9]+")]
    private static partial Regex Id();
}
