using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Engines.Reference;

/// <summary>"The path from a source to a dimension: own column, else the unique path along references (visiting no source twice)."</summary>
internal static class DimensionPath
{
    /// <exception cref="ArgumentException">The source does not reach the column, or on several paths.</exception>
    public static RowColumn From(SourceSymbol source, ColumnSymbol dimension)
    {
        var paths = PathsTo(dimension.Source, source, []).ToList();
        return paths switch
        {
            [var only] => new RowColumn(new([.. only.Select(c => new ColumnSymbolKey(c))]), dimension, dimension.Type),
            [] => throw new ArgumentException($"`{source}` does not reach `{dimension}`, so it cannot be broken down by it."),
            _ => throw new ArgumentException($"`{source}` reaches `{dimension}` in {paths.Count} ways: {string.Join(", ", paths.Select(Show))}."),
        };
    }

    public static bool Reaches(SourceSymbol source, ColumnSymbol dimension) => PathsTo(dimension.Source, source, []).Count() == 1;

    private static IEnumerable<IReadOnlyList<ColumnSymbol>> PathsTo(SourceSymbol target, SourceSymbol at, IReadOnlyList<SourceSymbol> visited)
    {
        if (ReferenceEquals(at, target))
            return [[]];
        IReadOnlyList<SourceSymbol> path = [.. visited, at];
        return from reference in at.Columns
               where reference.References is { } next && !path.Contains(next)
               from rest in PathsTo(target, reference.References!, path)
               select (IReadOnlyList<ColumnSymbol>)[reference, .. rest];
    }

    private static string Show(IReadOnlyList<ColumnSymbol> path) => string.Join('.', path.Select(c => c.Name));
}
