using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary><c>module blinkit</c></summary>
internal static class ModuleGrammar
{
    public static readonly Parser<Identifier> Header =
        from _ in Tokens.Word("module")
        from name in Tokens.Name
        select name;
}
