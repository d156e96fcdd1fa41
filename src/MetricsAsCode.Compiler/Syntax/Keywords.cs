namespace MetricsAsCode.Compiler.Syntax;

/// <summary>The words that begin declarations and members, and those that an expression needs for itself. A keyword is one only in its place.</summary>
public static class Keywords
{
    public static readonly IReadOnlyCollection<string> Declarations = Set(
        "module", "product", "source", "let", "segment", "journey", "define", "metric", "funnel", "cohort", "objective", "test", "scorecard");

    public static readonly IReadOnlyCollection<string> DeclarationsWithBlock = Set(
        "product", "source", "journey", "metric", "funnel", "objective", "test", "scorecard");

    /// <summary>Words that are no names where a value stands, unless in backticks or behind a dot.</summary>
    public static readonly IReadOnlyCollection<string> OfExpressions = Set(
        "and", "or", "not", "in", "is", "if", "then", "else", "true", "false",
        "where", "among", "per", "each", "by", "back", "over", "at", "dated", "union", "intersect", "except");

    private static readonly Dictionary<string, IReadOnlyCollection<string>> MembersByBlock = new(StringComparer.Ordinal)
    {
        [""] = Declarations,
        ["metric"] = Set("better", "owner", "tags"),
        ["funnel"] = Set("step"),
        ["journey"] = Set("stage"),
        ["stage"] = Set("does", "metrics"),
        ["objective"] = Set("owner", "key", "initiative"),
        ["key"] = Set("metrics", "strategy", "owner", "need"),
        ["test"] = Set("given", "expect"),
        ["scorecard"] = Set("trend", "show", "template"),
    };

    /// <summary>The words that begin the members of a block, by the word that begins the block's owner; empty for the file. Columns begin with any word.</summary>
    public static IReadOnlyCollection<string> MembersOf(string block) => MembersByBlock.TryGetValue(block, out var words) ? words : [];

    private static HashSet<string> Set(params string[] words) => new(words, StringComparer.Ordinal);
}
