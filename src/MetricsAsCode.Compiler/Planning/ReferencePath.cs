using MetricsAsCode.Compiler.Binding;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Planning;

/// <summary>Columns reached along many-to-one references.</summary>
public static class ReferencePath
{
    /// <summary>The column that decides the period of a source's rows; null for a static source.</summary>
    public static RowColumn? OfTime(SourceSymbol source) => source.Time is { } path ? Column(path) : null;

    /// <summary>An own column of its source.</summary>
    public static RowColumn Own(ColumnSymbol column) => ReferencePaths.Column([], column);

    /// <summary>A target column seen from a source: its own, else along the only path of references that visits no source twice; null without such a path.</summary>
    public static RowColumn? Find(SourceSymbol from, ColumnSymbol target) =>
        ReferencePaths.Between(from, target.Source) is { Length: 1 } paths ? ReferencePaths.Column(paths[0], target) : null;

    /// <summary>
    /// The references to follow by name, as calculators know them; the first also says by which time rows with a lifetime are read if that is another than
    /// the rows' own: <c>account_id@resolved_at</c>.
    /// </summary>
    public static IEnumerable<string> Steps(RowColumn column)
    {
        var names = column.References.Select(r => r.Column.Name).ToArray();
        if (column.At is { } at)
            names[0] = $"{names[0]}@{string.Join(".", at.References.Select(r => r.Column.Name).Append(at.Column.Name))}";
        return names;
    }

    private static RowColumn Column(IReadOnlyList<ColumnSymbol> path) => ReferencePaths.Column(path.Take(path.Count - 1), path[path.Count - 1]);
}
