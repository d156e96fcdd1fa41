using MetricsAsCode.Tests.Cli;
using MetricsAsCode.Tests.Scorecards;
using Shop = MetricsAsCode.Tests.Cli.Shop;

namespace MetricsAsCode.Tests.Diffing;

/// <summary>Labels, texts and names of files that would break a page or say what they do not.</summary>
public sealed class HostileDiffTests
{
    public static TheoryData<string> Texts =>
    [
        "a | b",
        "`tick` ``two``",
        "<script>alert(1)</script>",
        "</details><h1>big</h1>",
        "](javascript:alert(1))",
        "![x](https://evil.example/x.png)",
        "@everyone #1 https://evil.example",
        "\u202Egnp.exe",
        "# heading",
        new string('x', 10_000),
        "$\\sqrt{2}$",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_page_has_the_same_shape_whatever_labels_say(string text)
    {
        string hostile = Page(text);
        MarkdownReading.Shape(hostile).ShouldBe(MarkdownReading.Shape(Page("plain")));
        foreach (var table in MarkdownReading.Tables(hostile))
            table.IsValid().ShouldBeTrue();
    }

    [Fact]
    public void Nothing_steers_the_terminal()
    {
        using var folder = Folder("\u001b[31mred\u0007");
        folder.Run("diff", "--old", "old", "--new", "new", "--engine", "reference").Out.ShouldNotContain("\u001b");
    }

    private static string Page(string text)
    {
        using var folder = Folder(text);
        var ran = folder.Run("diff", "--old", "old", "--new", "new", "--format", "markdown", "--engine", "reference");
        ran.Code.ShouldBe(0, ran.Error);
        return ran.Out;
    }

    private static Sandbox Folder(string text)
    {
        string quoted = $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        string old = Shop.Definitions
            .Replace("\"Revenue\"", quoted, StringComparison.Ordinal)
            .Replace("\"Sell 100 USD\"", quoted, StringComparison.Ordinal)
            .Replace("reach 100 USD", "reach 60 USD", StringComparison.Ordinal)
            .Replace("metric order_count \"Orders\" = count(orders)", $"metric order_count \"Orders\" = count(orders)\nmetric odd = count(orders where customers.country != {quoted})", StringComparison.Ordinal);
        string now = old
            .Replace("where status = delivered", "where status = delivered and amount > 15 USD", StringComparison.Ordinal)
            .Replace("expect revenue = 10 USD", "expect revenue = 0 USD", StringComparison.Ordinal)
            .Replace("owner \"sales\"", $"owner {quoted}", StringComparison.Ordinal)
            .Replace($"!= {quoted}", "!= \"other\"", StringComparison.Ordinal);
        var folder = new Sandbox();
        foreach (var (name, definitions) in new[] { ("old", old), ("new", now) })
            folder.Write($"{name}/shop.metrics", definitions).Write($"{name}/data/customers.csv", Shop.Customers).Write($"{name}/data/orders.csv", Shop.Orders);
        return folder;
    }
}
