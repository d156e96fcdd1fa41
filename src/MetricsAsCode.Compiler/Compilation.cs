using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler;

/// <summary>The front door: the files of a compilation in, the bound program out. Pure; the order of the files does not matter.</summary>
public static class Compilation
{
    // Below so many characters a second thread costs more than it saves.
    private const int WorthAThread = 1 << 16;

    /// <summary>Reads files, large numbers of them on all processors; in the order given.</summary>
    public static ImmutableArray<SyntaxTree> Parse(IReadOnlyCollection<SourceText> texts) => texts.Sum(t => t.Content.Length) < WorthAThread
        ? [.. texts.Select(Parser.Parse)]
        : [.. texts.AsParallel().AsOrdered().Select(Parser.Parse)];

    public static BoundProgram Bind(IEnumerable<SyntaxTree> trees) => Binder.Bind(trees.ToImmutableArray());
}
