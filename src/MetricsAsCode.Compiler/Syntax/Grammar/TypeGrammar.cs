using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary><c>text</c>, <c>integer?</c>, <c>decimal(4)</c>, <c>money USD</c>, <c>money(4) USD</c>. Which types there are is not asked here.</summary>
internal static class TypeGrammar
{
    private static readonly Parser<int> Scale =
        from open in Tokens.Symbol("(")
        from digits in Tokens.ScaleNumber
        from close in Tokens.Symbol(")")
        select digits;

    public static readonly Parser<TypeSyntax> Type =
        (from name in Tokens.Name.Labelled("a type such as `text`")
         from scale in Scale.Unspoken().OrNone()
         from currency in Tokens.Currency.Unspoken().OrNull()
         from optional in Tokens.Symbol("?").Unspoken().IsThere()
         select (name, scale, currency, optional))
        .Node((x, span) => new TypeSyntax(x.name, x.scale, x.currency, x.optional, span));
}
