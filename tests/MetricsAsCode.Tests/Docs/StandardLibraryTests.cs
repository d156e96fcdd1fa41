using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Tests.Docs;

public sealed class StandardLibraryTests
{
    private static readonly IReadOnlyList<DefineDeclaration> Functions =
        [.. Parser.Parse(new SourceText("std.metrics", Repository.Read("src/MetricsAsCode.Compiler/Library/std.metrics"))).Declarations.Cast<DefineDeclaration>()];

    [Fact]
    public void Every_function_says_what_it_means() => Functions.ShouldAllBe(f => !string.IsNullOrWhiteSpace(f.Description));

    [Fact]
    public void The_page_lists_every_function()
    {
        string page = Repository.Read("docs/language.md");
        string section = page[page.IndexOf("## std", StringComparison.Ordinal)..];
        Functions.Select(f => f.Name.Text).Where(name => !section.Contains($"`{name}(", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
