using System.Collections.Immutable;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Syntax.Lexing;

/// <summary>A text as tokens.</summary>
/// <param name="Comments">All comments, the <c>///</c> ones too.</param>
/// <param name="TrailingDocs">The <c>///</c> lines behind the last token.</param>
public sealed record LexedText(
    ImmutableArray<Token> Tokens,
    ImmutableArray<TextSpan> Comments,
    ImmutableArray<DocLine> TrailingDocs,
    ImmutableArray<Diagnostic> Diagnostics);
