using MetricsAsCode.Compiler;
using MetricsAsCode.Compiler.Fingerprints;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;
using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.Diffing;

/// <summary>Definitions as text, compiled and compared.</summary>
internal static class Definitions
{
    /// <summary>The sources of the shop, and more columns to compute with.</summary>
    public const string Sources =
        """
        module shop
        product "Shop" { currency USD }
        source customers from csv "data/customers.csv" {
          customer_id text key
          country     text?
        }
        source orders from csv "data/orders.csv" {
          order_id    integer key
          customer_id text -> customers
          placed_on   date time
          status      text in [placed, delivered]
          amount      money
        }

        """;

    public static DeclarationForms Forms(params string[] files)
    {
        var trees = files.Select((f, i) => Parser.Parse(new SourceText($"shop{i}.metrics", f))).ToList();
        var program = Compilation.Bind(trees);
        program.Diagnostics.Where(d => d.IsError).Select(d => d.ToString()).ShouldBeEmpty();
        return DeclarationForms.Of(program, trees);
    }

    public static DefinitionDiff Diff(string old, string @new) => DefinitionDiff.Between(Forms(Sources + old), Forms(Sources + @new));

    /// <summary>The shop with one text in the place of another.</summary>
    public static DefinitionDiff Shop(string old, string @new)
    {
        Cli.Shop.Definitions.ShouldContain(old);
        return DefinitionDiff.Between(Forms(Cli.Shop.Definitions), Forms(Cli.Shop.Definitions.Replace(old, @new, StringComparison.Ordinal)));
    }

    /// <summary>E.g. <c>Changed Metric revenue</c>.</summary>
    public static IEnumerable<string> Lines(this DefinitionDiff diff) => diff.Changes.Select(c =>
        $"{c.Kind} {c.Form.Kind} {(c.Kind == ChangeKind.Renamed ? $"{c.Old!.Name} -> " : "")}{c.Form.Name}{string.Concat(c.Paths.Select(p => $" by {string.Join(" > ", p.Select(f => f.Name))}"))}");

    public static DeclarationChange Of(this DefinitionDiff diff, string name) => diff.Changes.Single(c => c.Form.Name == name);
}
