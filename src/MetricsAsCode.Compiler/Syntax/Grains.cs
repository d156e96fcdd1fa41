namespace MetricsAsCode.Compiler.Syntax;

/// <summary>The words for grains, singular and plural.</summary>
public static class Grains
{
    private static readonly Dictionary<string, Grain> ByWord = Enum.GetValues(typeof(Grain)).Cast<Grain>()
        .SelectMany(g => new[] { (Word: Singular(g), Grain: g), (Word: Singular(g) + "s", Grain: g) })
        .ToDictionary(p => p.Word, p => p.Grain, StringComparer.Ordinal);

    public static IEnumerable<string> Words => ByWord.Keys;

    public static bool IsSingular(string word) => ByWord.TryGetValue(word, out var grain) && word == Singular(grain);

    public static Grain Of(string word) => ByWord[word];

    public static string Singular(Grain grain) => grain.ToString().ToLowerInvariant();
}
