using System.Collections.Immutable;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Syntax;

/// <summary>One file, read: its module, its declarations, its comments and what was wrong with it. Equal when the texts are, since reading is pure.</summary>
public sealed class SyntaxTree(
    SourceText text,
    Identifier? module,
    ImmutableArray<DeclarationSyntax> declarations,
    ImmutableArray<TextSpan> comments,
    ImmutableArray<Diagnostic> diagnostics) : IEquatable<SyntaxTree>
{
    private HashSet<string>? qualifiers;

    public SourceText Text { get; } = text;

    /// <summary>The words before a dot, among them the names of all modules that the file refers to.</summary>
    internal HashSet<string> Qualifiers => qualifiers ??= Syntax.Qualifiers.In(Text.Content);

    /// <summary>The name behind <c>module</c>; null when the file does not say it, which is among the diagnostics.</summary>
    public Identifier? Module { get; } = module;

    public ImmutableArray<DeclarationSyntax> Declarations { get; } = declarations;

    public ImmutableArray<TextSpan> Comments { get; } = comments;

    public ImmutableArray<Diagnostic> Diagnostics { get; } = diagnostics;

    public Location At(SyntaxNode node) => new(Text, node.Span);

    public bool Equals(SyntaxTree? other) => other is not null && Text.Equals(other.Text);

    public override bool Equals(object? obj) => Equals(obj as SyntaxTree);

    public override int GetHashCode() => Text.GetHashCode();
}
