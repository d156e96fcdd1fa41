using System.Collections.Immutable;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary>Names joined by dots. Behind a dot any word is a name.</summary>
internal static class PathGrammar
{
    public static readonly Parser<PathSyntax> Path = StartingWith(Tokens.Name);

    /// <summary>A path where a value may stand.</summary>
    public static readonly Parser<PathSyntax> ValuePath = StartingWith(Tokens.ValueName);

    private static Parser<PathSyntax> StartingWith(Parser<Identifier> first) =>
        (from head in first
         from tail in Tokens.Symbol(".").Unspoken().Then(_ => Tokens.Name).Repeated()
         select tail.Insert(0, head))
        .Node((parts, span) => new PathSyntax(parts, span));
}
