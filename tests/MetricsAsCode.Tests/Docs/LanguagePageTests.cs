using MetricsAsCode.Compiler;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Tests.Docs;

public sealed class LanguagePageTests
{
    private static readonly IReadOnlyList<MarkdownBlock> Blocks = MarkdownBlocks.In(Repository.Read("docs/language.md"));

    [Fact]
    public void Every_block_compiles_as_a_file_of_one_module()
    {
        var right = Blocks.Where(b => b.Info == "metrics").ToList();
        right.Count.ShouldBeGreaterThan(8);
        Compilation.Bind(right.Select(Tree)).Diagnostics.Select(d => d.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public void A_block_that_is_wrong_is_wrong_as_it_says()
    {
        var wrong = Blocks.Where(b => b.Info.StartsWith("metrics,wrong", StringComparison.Ordinal)).ToList();
        wrong.ShouldNotBeEmpty();
        foreach (var block in wrong)
        {
            var trees = Blocks.Where(b => b.Info == "metrics").Append(block).Select(Tree);
            Compilation.Bind(trees).Diagnostics.Select(d => d.Id).ShouldBe([block.Info.Split(' ')[1]]);
        }
    }

    private static SyntaxTree Tree(MarkdownBlock block)
    {
        string module = block.Text.StartsWith("module ", StringComparison.Ordinal) ? "" : "module shop\n";
        return Parser.Parse(new SourceText($"docs/language.md#{block.Line}", module + block.Text));
    }
}
