using MetricsAsCode.Tests.Cases;

namespace MetricsAsCode.Tests.Binding;

/// <summary>Each wrong use that analysts fall into has a finding, and a case that shows it.</summary>
public sealed class WrongUseTests
{
    private static readonly string Cases = string.Concat(AnnotatedCase.NamesIn("binding").SelectMany(n => AnnotatedCase.Load(n).Files).Select(f => f.Content));

    [Theory]
    [InlineData("units that do not mix", "MAC3003")]
    [InlineData("two currencies", "MAC3005")]
    [InlineData("a bare number as a percent", "MAC3004")]
    [InlineData("one row meets many", "MAC2006")]
    [InlineData("an ambiguous path", "MAC2008")]
    [InlineData("a misspelt value", "MAC2005")]
    [InlineData("an aggregate inside a row filter", "MAC3007")]
    [InlineData("a set where a number is due", "MAC3008 This is a set")]
    [InlineData("definitions in a circle", "MAC2003")]
    [InlineData("a target against what is better", "MAC4001")]
    [InlineData("a target of another unit", "MAC4011")]
    [InlineData("churn broken down by what is not the customer's own", "MAC3205")]
    [InlineData("a range upside down", "MAC4003")]
    [InlineData("parts as one number", "MAC3201")]
    [InlineData("a test table that leaves out a column that is read", "MAC5001")]
    [InlineData("a let that is never used", "MAC2011")]
    [InlineData("two metrics with one formula", "MAC3204")]
    [InlineData("a share that tests a later time", "MAC3014")]
    [InlineData("a call of a metric over sources that do not fit", "MAC2104")]
    public void It_has_a_case(string use, string finding) => Cases.Contains(finding, StringComparison.Ordinal).ShouldBeTrue(use);
}
