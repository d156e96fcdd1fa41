namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary>What could have stood at a place.</summary>
/// <param name="Phrase">As messages say it, e.g. <c>a name</c> or <c>`where`</c>.</param>
/// <param name="Word">The keyword, if it is one: what a misspelt word is compared with.</param>
/// <param name="IsSpoken">Whether messages list it; a label may speak for it instead.</param>
internal sealed record Expectation(string Phrase, string? Word = null, bool IsSpoken = true)
{
    public static Expectation OfWord(string word) => new($"`{word}`", word);
}
