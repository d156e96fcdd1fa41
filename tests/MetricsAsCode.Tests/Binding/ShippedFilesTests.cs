using MetricsAsCode.Compiler;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Syntax.Lexing;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Tests.Binding;

/// <summary>Any one token less in any shipped file gives findings or another program, never an exception.</summary>
public sealed class ShippedFilesTests
{
    private static readonly string[] Shipped =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("metrics-defs"), "*.metrics", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Files => [.. Shipped];

    // Every token of northwind, which has every kind of declaration, and so many spread over each other file.
    private const int Spread = 50;

    [Theory]
    [MemberData(nameof(Files))]
    public void Deleting_any_token_never_throws(string file)
    {
        bool isWhole = file.StartsWith("metrics-defs/northwind/", StringComparison.Ordinal);
        var others = Shipped.Where(f => f != file && (!isWhole || f.StartsWith("metrics-defs/northwind/", StringComparison.Ordinal))).Select(Tree).ToList();
        var whole = new SourceText(file, Repository.Read(file));
        var tokens = Lexer.Read(whole).Tokens.Where(t => t.Span.Length > 0).ToList();
        tokens.Count.ShouldBeGreaterThan(10);
        int step = isWhole ? 1 : Math.Max(1, tokens.Count / Spread);
        int deleted = 0, changed = 0;
        for (int i = 0; i < tokens.Count; i += step)
        {
            var tree = Parser.Parse(new SourceText(file, whole.Content.Remove(tokens[i].Span.Start, tokens[i].Span.Length)));
            var program = Compilation.Bind(others.Append(tree));
            deleted++;
            changed += program.HasErrors || tree.Diagnostics.Length > 0 ? 1 : 0;
            program.Diagnostics.ShouldAllBe(d => d.Location.Span.Start >= 0 && d.Location.Span.End <= d.Location.Text.Content.Length);
        }

        changed.ShouldBeGreaterThan(deleted / 4);
    }

    private static SyntaxTree Tree(string file) => Parser.Parse(new SourceText(file, Repository.Read(file)));

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
