namespace MetricsAsCode.Tests.Cli;

public class CheckTests
{
    [Fact]
    public void Sound_definitions_are_summed_up()
    {
        using var folder = Sandbox.WithShop();
        folder.Run("check").ShouldSay(0, "shop: 2 sources, 3 metrics, 1 objective, 1 scorecard, 1 test: no mistakes\n");
    }

    [Fact]
    public void Every_mistake_of_every_file_comes_out_with_its_line_and_carets()
    {
        using var folder = Sandbox.WithShop()
            .Write("metrics-defs/shop/more.metrics", "module shop\n\nmetric a = revenu / 2\n")
            .Write("metrics-defs/shop/zoo.metrics", "module shop\n\n\tmetric b = sum(orders.amont)\n");
        folder.Run("check").ShouldSay(1, error:
            """
            metrics-defs/shop/more.metrics(3,12): error MAC2001: `revenu` is not defined. Did you mean `revenue`?
               3 | metric a = revenu / 2
                 |            ^^^^^^
            metrics-defs/shop/zoo.metrics(3,24): error MAC2004: `orders` has no column `amont`. Did you mean `amount`?
               3 |     metric b = sum(orders.amont)
                 |                           ^^^^^
            2 errors in 2 files

            """);
    }

    [Fact]
    public void As_json_the_findings_are_the_result()
    {
        using var folder = new Sandbox().Write("a.metrics", "module m\nmetric a = revenu\n");
        folder.Run("check", "--format", "json").ShouldSay(1,
            """
            [
              {
                "file": "a.metrics",
                "line": 2,
                "column": 12,
                "endLine": 2,
                "endColumn": 18,
                "severity": "error",
                "id": "MAC2001",
                "message": "`revenu` is not defined."
              }
            ]

            """);
    }

    [Fact]
    public void A_file_that_is_not_utf8_is_named_with_the_place_of_the_byte()
    {
        using var folder = new Sandbox().Write("a.metrics", [.. "module m\n// caf"u8, 0xE9, .. "\n"u8]);
        folder.Run("check").ShouldSay(1, error:
            "a.metrics(2,7): error: the file is not UTF-8 (byte 0xE9 here). Save it as UTF-8.\n1 error in 1 file\n");
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text()
    {
        using var folder = new Sandbox().Write("a.metrics", [0xEF, 0xBB, 0xBF, .. "module m\nmetric a = 1\n"u8]);
        folder.Run("check").ShouldSay(0, "m: 1 metric: no mistakes\n");
    }

    [Fact]
    public void Links_are_not_followed()
    {
        using var elsewhere = new Sandbox().Write("bad.metrics", "modul");
        using var folder = Sandbox.WithShop();
        Directory.CreateSymbolicLink(folder.At("metrics-defs/linked"), elsewhere.Root);
        File.CreateSymbolicLink(folder.At("metrics-defs/bad.metrics"), elsewhere.At("bad.metrics"));
        folder.Run("check").Code.ShouldBe(0);
    }

    [Fact]
    public void Colours_are_for_terminals_that_want_them()
    {
        using var folder = new Sandbox().Write("a.metrics", "module m\nmetric a = revenu\n");
        var terminal = new MetricsAsCode.Cli.Terminal.ToolConsole(TextWriter.Null, TextWriter.Null, true, true);
        folder.Run(terminal, "check").Error.ShouldContain("\u001b[1;31merror\u001b[0m MAC2001");
        folder.Run(terminal, "check", "--no-color").Error.ShouldNotContain("\u001b");
        folder.Run(terminal with { Colours = false }, "check").Error.ShouldNotContain("\u001b");
        folder.Run(terminal with { ErrorIsTerminal = false }, "check").Error.ShouldNotContain("\u001b");
    }
}
