using System.Collections.Immutable;
using MetricsAsCode.Compiler.Syntax.Outlining;
using MetricsAsCode.Compiler.Text;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary><c>define churn(active set) = size(active over previous except active) / size(active over previous)</c></summary>
internal static class DefineGrammar
{
    /// <summary>The types of columns that are no kinds of parameters.</summary>
    private static readonly HashSet<string> ColumnTypes = new(StringComparer.Ordinal)
    {
        "text", "integer", "decimal", "boolean", "date", "timestamp", "duration", "money",
    };

    private static readonly Parser<ColumnSyntax> Column =
        (from name in Tokens.Name
         from type in TypeGrammar.Type
         select (name, type))
        .Node((x, span) => new ColumnSyntax(x.name, x.type, false, false, null, null, null, null, null, span));

    /// <summary>Behind a comma, a name with a column's type is one more column; any other begins the next parameter.</summary>
    private static readonly Parser<ImmutableArray<ColumnSyntax>> With =
        from _ in Tokens.Word("with")
        from first in Column
        from more in MoreColumns.Repeated()
        select more.Insert(0, first);

    private static readonly Parser<ParameterSyntax> Parameter =
        (from name in Tokens.Name
         from kind in Tokens.Name.Labelled("a kind such as `rows`, `set` or `number`")
         from columns in With.XOr(Parse.Return(ImmutableArray<ColumnSyntax>.Empty))
         select (name, kind, columns))
        .Node((x, span) => new ParameterSyntax(x.name, x.kind, x.columns, span));

    private static readonly Parser<Function> Header =
        from _ in Tokens.Word("define")
        from name in Tokens.Name
        from open in Tokens.Symbol("(")
        from parameters in Parameter.BetweenCommas().XOr(Parse.Return(ImmutableArray<ParameterSyntax>.Empty))
        from close in Tokens.Symbol(")")
        from assign in Tokens.Symbol("=")
        from body in ExpressionGrammar.Expression
        select new Function(parameters, body);

    private static Parser<ColumnSyntax> MoreColumns => input =>
    {
        var place = (TokenInput)input;
        return place.Ahead(2) is { } type && ColumnTypes.Contains(type.Value)
            ? Tokens.Symbol(",").Then(_ => Column)(input)
            : Tokens.Fail<ColumnSyntax>(place, new Expectation("`,`"));
    };

    public static DefineDeclaration? Read(Member member, Reading reading)
    {
        reading.NoBlock(member);
        var read = reading.Header(member, Header);
        return member.NameAt(1) is not { } name ? null
            : new DefineDeclaration(
                name, read?.Parameters ?? [], read?.Body ?? new ErrorExpression(member.HeaderSpan.After), member.Description, member.HeaderSpan);
    }

    private sealed record Function(ImmutableArray<ParameterSyntax> Parameters, ExpressionSyntax Body);
}
