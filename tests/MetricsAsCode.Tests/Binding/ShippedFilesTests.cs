using MetricsAsCode.Compiler;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Syntax.Lexing;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Tests.Binding;

/// <summary>Any one token less in any shipped file gives findings or another program, never an exception. Of a long file, every n-th token has to do.</summary>
public sealed class ShippedFilesTests
{
    private const int Enough = 150;

    public static TheoryData<string> Files =>
    [
        .. Directory.EnumerateFiles(Repository.PathOf("metrics-defs"), "*.metrics", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Deleting_any_token_never_throws(string file)
    {
        string folder = Path.GetDirectoryName(Repository.PathOf(file))!;
        var others = Directory.EnumerateFiles(folder, "*.metrics").Where(f => f != Repository.PathOf(file)).Select(f => Parser.Parse(new SourceText(f, File.ReadAllText(f)))).ToList();
        var whole = new SourceText(file, Repository.Read(file));
        var tokens = Lexer.Read(whole).Tokens.Where(t => t.Span.Length > 0).ToList();
        tokens.Count.ShouldBeGreaterThan(10);
        int changed = 0;
        int step = (tokens.Count + Enough - 1) / Enough;
        foreach (var token in tokens.Where((_, i) => i % step == 0))
        {
            var tree = Parser.Parse(new SourceText(file, whole.Content.Remove(token.Span.Start, token.Span.Length)));
            var program = Compilation.Bind(others.Append(tree));
            changed += program.HasErrors ? 1 : 0;
            program.Diagnostics.ShouldAllBe(d => d.Location.Span.Start >= 0 && d.Location.Span.End <= d.Location.Text.Content.Length);
        }

        changed.ShouldBeGreaterThan(tokens.Count / step / 3);
    }

    [Fact]
    public void Three_independent_mistakes_give_three_findings_at_their_places()
    {
        string text = Repository.Read("metrics-defs/northwind/sales.metrics")
            .Replace("order_lines.unit_price * quantity", "order_lines.unit_prize * quantity", StringComparison.Ordinal)
            .Replace("= count(orders)", "= cuont(orders)", StringComparison.Ordinal)
            .Replace("sum(orders.freight) / revenue", "sum(orders.freight / revenue", StringComparison.Ordinal);
        var others = new[] { "product", "sources" }.Select(n => Parser.Parse(new SourceText(n, Repository.Read($"metrics-defs/northwind/{n}.metrics"))));
        var findings = Compilation.Bind(others.Append(Parser.Parse(new SourceText("sales.metrics", text)))).Diagnostics
            .Where(d => d.Location.Text.Path == "sales.metrics").ToList();
        findings.Select(d => (d.Id, d.Location.Text.Slice(d.Location.Span), d.Location.Start.Line)).ShouldBe(
        [
            ("MAC2004", "unit_prize", 4), ("MAC2009", "cuont", 11), ("MAC1021", "", 32),
        ]);
    }
}
