using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Tests.Cases;

public sealed class AnnotatedCaseTests
{
    private static readonly DiagnosticDescriptor Found = new("MAC9999", Severity.Error, "A word", "word", "");

    [Fact]
    public void Passes_when_all_that_is_found_is_annotated() =>
        AnnotatedCase.FromText("a word\n//^ 3-7 MAC9999 the word\n").ShouldFindExactly(f => Words(f[0]));

    [Theory]
    [InlineData("a word\n", "an annotation is missing")]
    [InlineData("a word\n//^ 3-6 MAC9999\n", "the end is wrong")]
    [InlineData("a word\n//^ 2-7 MAC9999\n", "the start is wrong")]
    [InlineData("a word\n//^ 3-7 MAC9998\n", "the id is wrong")]
    [InlineData("a word\n//^ 3-7 MAC9999 a sentence\n", "the message is wrong")]
    [InlineData("nothing\n//^ 3-7 MAC9999\n", "nothing is found")]
    [InlineData("a word\n//^ 3-7 MAC9999\n//^ 3-7 MAC9999\n", "it is found once")]
    public void Fails_when_annotations_and_findings_differ(string text, string because) =>
        Should.Throw<ShouldAssertException>(() => AnnotatedCase.FromText(text).ShouldFindExactly(f => Words(f[0])), because);

    [Fact]
    public void Holds_several_files() =>
        AnnotatedCase.FromText("a\n//# second.metrics\nword\n//^ 1-5 MAC9999\n").ShouldFindExactly(f => Words(f[1]));

    private static IEnumerable<Diagnostic> Words(SourceText text)
    {
        int at = text.Content.LastIndexOf("word", text.Content.IndexOf("//^", StringComparison.Ordinal) is var end and >= 0 ? end : text.Content.Length - 1, StringComparison.Ordinal);
        return at < 0 ? [] : [Found.At(new Location(text, new TextSpan(at, 4)), "Here is the word.")];
    }
}
