using MetricsAsCode.Scorecards.Markdown;

namespace MetricsAsCode.Tests.Scorecards;

public class DefinitionLinkTests
{
    [Theory]
    [InlineData("metrics-defs/shop/a.metrics", "generated/scorecards/s.md", "../../metrics-defs/shop/a.metrics#L7")]
    [InlineData("./shop/a.metrics", "shop/out/s.md", "../a.metrics#L7")]
    [InlineData("a.metrics", "s.md", "a.metrics#L7")]
    [InlineData("/home/x/shop/a.metrics", "/home/x/out/s.md", "../shop/a.metrics#L7")]
    [InlineData("shop\\a.metrics", "out/s.md", "../shop/a.metrics#L7")]
    [InlineData("shop/x/../a.metrics", "shop/s.md", "a.metrics#L7")]
    [InlineData("my shop/a(1)#.metrics", "out/s.md", "../my%20shop/a%281%29%23.metrics#L7")]
    public void A_link_goes_from_the_scorecard_to_the_definition(string definition, string scorecard, string address) =>
        DefinitionLink.Address(definition, 7, scorecard).ShouldBe(address);
}
