using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Syntax.Lexing;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Tests.Syntax;

public sealed class RobustnessTests
{
    private const int SmallStack = 256 * 1024;

    private static readonly string Sample = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", "sample.metrics"));

    [Fact]
    public void The_sample_has_no_findings() => Read.Tree(Sample).Diagnostics.Select(d => d.ToString()).ShouldBeEmpty();

    [Fact]
    public void Deleting_any_token_never_throws_and_costs_few_findings()
    {
        foreach (var token in Lexer.Read(new SourceText("", Sample)).Tokens)
        {
            var tree = Read.Tree(Sample.Remove(token.Span.Start, token.Span.Length));
            SpansShouldFit(tree);
            tree.Diagnostics.Length.ShouldBeLessThanOrEqualTo(3, $"without `{token.Value}` at {token.Span}: {string.Join("\n", tree.Diagnostics)}");
        }
    }

    [Fact]
    public void Deleting_any_line_or_the_end_never_throws()
    {
        string[] lines = Sample.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            SpansShouldFit(Read.Tree(string.Join('\n', lines.Where((_, at) => at != i))));
            SpansShouldFit(Read.Tree(string.Join('\n', lines.Take(i))));
        }
    }

    [Fact]
    public void Garbled_text_never_throws()
    {
        var pieces = Gen.Elements("\"", "\"\"\"", "`", "(", ")", "[", "]", "{", "}", "|", "\\", "//", "///", ";", "=", "..", "2026-", "FY9", "9_", "\r", "\n", "\uD83D", "é", "where", "metric");
        var edits =
            from position in Gen.Choose(0, Sample.Length)
            from removed in Gen.Choose(0, 40)
            from inserted in pieces.ArrayOf()
            select (position, removed, inserted);
        Prop.ForAll(edits.ToArbitrary(), edit =>
        {
            string kept = Sample[..edit.position] + string.Concat(edit.inserted) + Sample[Math.Min(Sample.Length, edit.position + edit.removed)..];
            SpansShouldFit(Read.Tree(kept));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Any_text_never_throws() =>
        Prop.ForAll<string>(text => SpansShouldFit(Read.Tree(text ?? ""))).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Spans_nest() => SpansShouldFit(Read.Tree(Sample));

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_ends_do_not_matter(string lineEnd) =>
        Nodes.Dump(Read.Tree(Sample.Replace("\n", lineEnd))).ShouldBe(Nodes.Dump(Read.Tree(Sample)));

    [Fact]
    public void A_byte_order_mark_does_not_matter() => Nodes.Dump(Read.Tree("\uFEFF" + Sample)).ShouldBe(Nodes.Dump(Read.Tree(Sample)));

    [Fact]
    public void Findings_stand_on_the_same_lines_with_any_line_end()
    {
        const string text = "module m\nlet a = \nlet b = 2026-13\n\nlet c = d e\n";
        var places = Read.Tree(text).Diagnostics.Select(d => (d.Id, d.Location.Start)).ToList();
        places.Count.ShouldBe(3);
        Read.Tree(text.Replace("\n", "\r\n")).Diagnostics.Select(d => (d.Id, d.Location.Start)).ShouldBe(places);
    }

    [Theory]
    [InlineData("(", ")", 100_000)]
    [InlineData("(", "", 100_000)]
    [InlineData("f(", ")", 100_000)]
    [InlineData("- ", "", 100_000)]
    [InlineData("not ", "", 100_000)]
    [InlineData("if a then ", "", 100_000)]
    [InlineData("if a then b else ", "", 100_000)]
    [InlineData("a + ", "", 100_000)]
    [InlineData("a in [", "]", 100_000)]
    [InlineData("(a + b + ", ")", 100_000)]
    [InlineData("x where ", "", 100_000)]
    public void Deep_expressions_are_one_finding(string open, string close, int depth)
    {
        string text = "module m\nlet deep = " + Repeat(open, depth) + "a" + Repeat(close, depth) + "\nlet b = 1";
        OnSmallStack(() =>
        {
            var tree = Read.Tree(text);
            tree.Diagnostics.ShouldHaveSingleItem().Id.ShouldBe("MAC1027");
            tree.Declarations.Select(d => d.Name.Text).ShouldBe(["deep", "b"]);
        });
    }

    [Theory]
    [InlineData("(", ")", 50)]
    [InlineData("f(x, ", ")", 50)]
    [InlineData("if a then b else ", "", 50)]
    [InlineData("not ", "", 299)]
    [InlineData("- ", "", 299)]
    [InlineData("a + ", "", 299)]
    public void The_deepest_that_is_allowed_needs_little_stack(string open, string close, int depth) =>
        OnSmallStack(() => Read.Expression(Repeat(open, depth) + "a" + Repeat(close, depth)));

    [Theory]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("metric a { ")]
    [InlineData("[(")]
    [InlineData("|")]
    [InlineData("a.")]
    [InlineData("a ")]
    [InlineData("/// ")]
    public void Long_nonsense_is_survived(string piece) => OnSmallStack(() => Read.Tree("module m\n" + Repeat(piece, 20_000)));

    [Fact]
    public void A_failure_deep_inside_is_found_in_linear_time() =>
        Read.Findings("let x = " + Repeat("f(a, g(b) + ", 24) + "c d" + Repeat(")", 24)).ShouldBe(["MAC1020 `d`"]);

    [Fact]
    public void A_long_list_is_no_deep_expression() =>
        Read.Expression("a in [" + string.Join(", ", Enumerable.Range(1, 5000)) + "]").ShouldBeOfType<InExpression>()
            .Choices.ShouldBeOfType<ListExpression>().Items.Length.ShouldBe(5000);

    private static void SpansShouldFit(SyntaxTree tree)
    {
        var whole = new TextSpan(0, tree.Text.Content.Length);
        foreach (var node in tree.Declarations)
        {
            whole.Contains(node.Span).ShouldBeTrue(node.GetType().Name);
        }

        foreach (var node in Nodes.All(tree))
        {
            node.Span.Length.ShouldBeGreaterThanOrEqualTo(0);
            foreach (var child in Nodes.Children(node))
            {
                node.Span.Contains(child.Span).ShouldBeTrue($"{child.GetType().Name} {child.Span} in {node.GetType().Name} {node.Span}");
            }
        }

        tree.Diagnostics.ShouldAllBe(d => whole.Contains(d.Location.Span));
        tree.Comments.ShouldAllBe(c => whole.Contains(c));
    }

    private static string Repeat(string piece, int count) => string.Concat(Enumerable.Repeat(piece, count));

    private static void OnSmallStack(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action), SmallStack);
        thread.Start();
        thread.Join();
        failure.ShouldBeNull();
    }
}
