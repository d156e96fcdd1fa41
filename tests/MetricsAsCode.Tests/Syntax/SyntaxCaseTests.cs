using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Tests.Cases;

namespace MetricsAsCode.Tests.Syntax;

public sealed class SyntaxCaseTests
{
    public static TheoryData<string> Cases => [.. AnnotatedCase.NamesIn("syntax")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Finds_exactly_what_the_case_says(string name) =>
        AnnotatedCase.Load(name).ShouldFindExactly(files => files.SelectMany(f => Parser.Parse(f).Diagnostics));
}
