using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding;

/// <summary>Many-to-one paths along references. A path visits no source twice.</summary>
public static class ReferencePaths
{
    /// <summary>Every path of reference columns from one source to another, shortest first; the empty path when they are the same.</summary>
    public static ImmutableArray<ImmutableArray<ColumnSymbol>> Between(SourceSymbol from, SourceSymbol to)
    {
        var found = new List<ImmutableArray<ColumnSymbol>>();
        Walk(from, to, [], [from], found);
        return [.. found.OrderBy(p => p.Length)];
    }

    public static bool Reaches(SourceSymbol from, SourceSymbol to) => !Between(from, to).IsEmpty;

    /// <summary>The column seen from a source: along no or the given references. What lies behind a reference may be missing.</summary>
    public static RowColumn Column(IEnumerable<ColumnSymbol> references, ColumnSymbol column)
    {
        var along = references.Select(r => new ColumnSymbolKey(r)).ToEquatable();
        return new RowColumn(along, column, column.Type.Optional(column.Type.IsOptional || !along.IsEmpty));
    }

    /// <summary>
    /// The columns by which rows of a source can belong to an entity: own columns that hold it, else those along the shortest references.
    /// One means the entity is reached; several are a question to the writer.
    /// </summary>
    public static ImmutableArray<RowColumn> ToEntity(SourceSymbol from, ColumnSymbol entity)
    {
        var own = from.Columns.Where(c => ReferenceEquals(c.Entity, entity)).Select(c => Column([], c)).ToImmutableArray();
        if (!own.IsEmpty)
        {
            return own;
        }

        return [.. Between(from, entity.Source).Select(p => entity.IsKey ? Column(p.Take(p.Length - 1), p[p.Length - 1]) : Column(p, entity))];
    }

    private static void Walk(
        SourceSymbol at, SourceSymbol to, ImmutableArray<ColumnSymbol> path, ImmutableHashSet<SourceSymbol> visited, List<ImmutableArray<ColumnSymbol>> found)
    {
        if (ReferenceEquals(at, to))
        {
            found.Add(path);
            return;
        }

        foreach (var column in at.Columns)
        {
            if (column.References is { } next && !visited.Contains(next))
            {
                Walk(next, to, path.Add(column), visited.Add(next), found);
            }
        }
    }
}
