using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Planning;

/// <summary>Columns reached along many-to-one references.</summary>
internal static class ReferencePath
{
    /// <summary>The column that decides the period of a source's rows; null for a static source.</summary>
    public static RowColumn? OfTime(SourceSymbol source) => source.Time is { } path ? Column(path) : null;

    /// <summary>A target column seen from a source: its own, else along the only path of references that visits no source twice; null without such a path.</summary>
    public static RowColumn? Find(SourceSymbol from, ColumnSymbol target)
    {
        var paths = Paths(from, target.Source, [from]).Take(2).ToArray();
        return ReferenceEquals(from, target.Source) ? Column([target])
            : paths.Length == 1 ? Column(paths[0].Add(target))
            : null;
    }

    private static RowColumn Column(ImmutableArray<ColumnSymbol> path)
    {
        var column = path[path.Length - 1];
        return new RowColumn(
            path.Take(path.Length - 1).Select(c => new ColumnSymbolKey(c)).ToEquatable(),
            column,
            column.Type.Optional(path.Any(c => c.Type.IsOptional)));
    }

    private static IEnumerable<ImmutableArray<ColumnSymbol>> Paths(SourceSymbol from, SourceSymbol to, ImmutableArray<SourceSymbol> visited) =>
        from.Columns
            .Where(c => c.References is { } next && !visited.Contains(next))
            .SelectMany(c => ReferenceEquals(c.References, to)
                ? [ImmutableArray.Create(c)]
                : Paths(c.References!, to, visited.Add(c.References!)).Select(rest => rest.Insert(0, c)));
}
