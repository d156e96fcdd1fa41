using MetricsAsCode.Tests.Cli;
using MetricsAsCode.Tests.DuckDb;

namespace MetricsAsCode.Tests.Objectives;

/// <summary>Key results made of needs, and milestones, from their definitions to the scorecard.</summary>
public sealed class CompoundLanguageTests : IDisposable
{
    private readonly Sandbox sandbox = new Sandbox()
        .Write("defs/bot.metrics", Repository.Read("tests/MetricsAsCode.Tests/Objectives/compound.metrics"))
        .Write("defs/chats.csv", "chat_id,started_at,by_bot,rating\n1,2026-06-02T10:00:00,true,3\n2,2026-06-10T10:00:00,true,4\n3,2026-06-04T10:00:00,false,\n")
        .Write("defs/launches.csv", "launch_id,country,live_on,planned\n1,PT,2026-06-10,2026-01-01\n");

    public void Dispose() => sandbox.Dispose();

    [Theory]
    [InlineData("compiled")]
    [InlineData("reference")]
    public void What_was_worked_out_by_hand_holds(string engine) => Test(engine);

    [DuckDbFact]
    public void What_was_worked_out_by_hand_holds_in_SQL() => Test("duckdb");

    [Fact]
    public void A_scorecard_shows_the_needs_below_their_key_result()
    {
        var ran = sandbox.Run("scorecard", "defs", "--name", "june", "--out", "cards");
        ran.Error.ShouldBe("");
        string card = sandbox.Read(sandbox.Files("cards").Single(f => f.EndsWith(".md", StringComparison.Ordinal)));
        string[] lines = card.Split('\n');
        int bot = Array.FindIndex(lines, l => l.Contains("The bot takes half of the chats, happily", StringComparison.Ordinal) && l.StartsWith('|'));
        lines[bot].ShouldContain("weight 2");
        lines[bot].ShouldContain("all of its needs");
        lines[bot].ShouldContain("| bots |");
        lines[bot + 1].ShouldStartWith("| ↳ needs [Share of chats that the bot takes]");
        lines[bot + 1].ShouldContain("at least 50.0%");
        lines[bot + 1].ShouldContain("66.7%");
        lines[bot + 2].ShouldContain("avg(chats.rating where by_bot)");
        lines[bot + 2].ShouldContain("87.5%");
        card.ShouldContain("Answers from the handbook");
        card.ShouldContain("Launch party");
        card.ShouldContain("done");
        card.ShouldContain("chat_count");
    }

    private void Test(string engine)
    {
        var ran = sandbox.Run("test", "defs", "--engine", engine);
        ran.Error.ShouldBe("");
        ran.Code.ShouldBe(0);
    }
}
