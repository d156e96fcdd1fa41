using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Tests.Syntax;

public sealed class LayoutTests
{
    [Theory]
    [InlineData("let x = a\n  + b", "(a + b)")]
    [InlineData("let x = a +\nb", "(a + b)")]
    [InlineData("let x =\n\n  // a comment between\n  a", "a")]
    [InlineData("let x = orders\n  where a = b\n  where c", "((orders where (a = b)) where c)")]
    [InlineData("let x = orders where\n  a\n  and b", "(orders where (a and b))")]
    [InlineData("let x = sum(\n  orders.amount\n)", "sum(orders.amount)")]
    [InlineData("let x = sum(orders.amount\nwhere a\nper b)", "sum((orders.amount where a) per b)")]
    [InlineData("let x = a in [b,\n c]", "(a in [b, c])")]
    [InlineData("let x = active\nover previous", "(active over Previous)")]
    [InlineData("let x = if a\n  then b\n  else c", "(if a then b else c)")]
    [InlineData("let x = a\n  not in 1\n  ..5", "(a not in 1..5)")]
    public void An_expression_goes_on(string text, string shape) => Written.Of(Read.Declaration<LetDeclaration>(text).Value).ShouldBe(shape);

    [Fact]
    public void A_member_ends_with_its_line_or_a_semicolon()
    {
        var metric = Read.Declaration<MetricDeclaration>("metric m = 1 { better lower; owner \"a\"\n tags [b] }");
        metric.Members.Select(m => m.GetType()).ShouldBe([typeof(BetterMember), typeof(OwnerMember), typeof(TagsMember)]);
    }

    [Fact]
    public void Declarations_may_share_a_line() => Read.Declarations("let a = 1; let b = 2;; metric c = a").Count.ShouldBe(3);

    [Fact]
    public void A_block_may_begin_on_the_next_line() =>
        Read.Declaration<MetricDeclaration>("metric m = 1\n{\n  better lower\n}").Members.Length.ShouldBe(1);

    [Fact]
    public void A_header_goes_on_before_its_words()
    {
        var metric = Read.Declaration<MetricDeclaration>("metric m \"M\"\n  as percent\n  every month\n  = a\n  / b");
        metric.Display!.Word.Text.ShouldBe("percent");
        metric.Every!.Grain.ShouldBe(Grain.Month);
        Written.Of(metric.Value).ShouldBe("(a / b)");
    }

    [Fact]
    public void A_name_behind_a_dot_or_in_backticks_ends_a_line()
    {
        var all = Read.Declarations("let a = orders.from\nlet b = `from`\nlet c = 1");
        all.Select(d => d.Name.Text).ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public void Columns_may_be_named_with_any_word()
    {
        var source = Read.Declaration<SourceDeclaration>(
            "source s from csv \"s.csv\" {\n  at text\n  where text\n  in integer in 1..5\n  time timestamp time\n  key text key\n  metric text\n  not text? -> where\n}");
        source.Members.Cast<ColumnSyntax>().Select(c => c.Name.Text).ShouldBe(["at", "where", "in", "time", "key", "metric", "not"]);
    }

    [Fact]
    public void Product_members_may_begin_with_any_word() =>
        Read.Declaration<ProductDeclaration>("product \"P\" {\n  goal \"g\"\n  as of from a,\n    b\n  at risk 60%\n}").Members.Length.ShouldBe(3);

    [Fact]
    public void A_forgotten_bracket_costs_one_line() =>
        Read.Findings("let a = sum(orders.x\nlet b = count(orders)\nlet c = a in [b\nlet d = 1").ShouldBe(["MAC1021 ``", "MAC1021 ``"]);

    [Fact]
    public void A_forgotten_value_costs_one_line()
    {
        var tree = Read.Tree("module m\nmetric a =\nmetric b = 1\nlet c = b +\nlet d = 2");
        tree.Diagnostics.Select(d => d.Id).ShouldBe(["MAC1021", "MAC1021"]);
        tree.Declarations.Select(d => d.Name.Text).ShouldBe(["a", "b", "c", "d"]);
    }

    [Theory]
    [InlineData("objective o {\n  owner \"a\"\nmetric b = 1\nmetric c = 2", "MAC1022 ``")]
    [InlineData("source o from csv \"a\" {\n  id text key\n  b text\nmetric b = 1\nmetric c = 2", "MAC1022 ``")]
    [InlineData("objective o {\n  key result a = b at least 1 {\n    owner \"x\"\n  key result c = d at least 2\n}\nmetric b = 1\nmetric c = 2", "MAC1022 ``")]
    [InlineData("source o from csv \"a\"\n  id text key\n  b text\n}\nmetric b = 1\nmetric c = 2", "MAC1023 ``")]
    [InlineData("let o = 1\n}\nmetric b = 1\nmetric c = 2", "MAC1024 `}`")]
    public void A_forgotten_brace_is_one_finding(string text, string finding)
    {
        Read.Findings(text).ShouldBe([finding]);
        Read.Tree("module m\n" + text).Declarations.Select(d => d.Name.Text).ShouldBe(["o", "b", "c"]);
    }
}
