using System.Reflection;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Tests.Cases;

namespace MetricsAsCode.Tests.Syntax;

public sealed class SyntaxErrorsTests
{
    private static IEnumerable<(string Field, DiagnosticDescriptor Descriptor)> Catalogue =>
        typeof(SyntaxErrors).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (f.Name, (DiagnosticDescriptor)f.GetValue(null)!));

    [Fact]
    public void Fields_are_named_by_their_ids() => Catalogue.ShouldAllBe(c => c.Field == c.Descriptor.Id && c.Field.StartsWith("MAC10"));

    [Fact]
    public void Every_finding_has_a_case()
    {
        string cases = string.Concat(AnnotatedCase.NamesIn("syntax").SelectMany(n => AnnotatedCase.Load(n).Files).Select(f => f.Content));
        Catalogue.Select(c => c.Field).Where(id => id != "MAC1010" && !cases.Contains(id)).ShouldBeEmpty();
    }

    [Fact]
    public void A_file_with_a_zero_byte_is_not_read() => Read.Tree("module m\nlet a = \0\0\0").Diagnostics.Select(d => d.Id).ShouldBe(["MAC1010"]);

    [Fact]
    public void A_finding_reads_as_build_tools_expect() =>
        Read.Tree("module m\n\nmetric a = revenu e\n").Diagnostics.Single().ToString()
            .ShouldBe("test.metrics(3,19): error MAC1020: `e` is not expected here. Expected an operator, `where` or a new line.");
}
