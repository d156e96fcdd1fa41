using MetricsAsCode.Compiler;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Tests.Cases;

namespace MetricsAsCode.Tests.Binding;

public sealed class BindingCaseTests
{
    public static IEnumerable<object[]> Cases => AnnotatedCase.NamesIn("binding").Select(n => new object[] { n });

    [Theory]
    [MemberData(nameof(Cases))]
    public void Finds_exactly_what_the_case_says(string name) =>
        AnnotatedCase.Load(name).ShouldFindExactly(files => Compilation.Bind(files.Select(Parser.Parse)).Diagnostics);
}
