using MetricsAsCode.Data;
using MetricsAsCode.Results;

namespace MetricsAsCode.Calculation.Binding;

/// <summary>The groups of a breakdown: the different values of a column, numbered from 0, and behind them the group of the missing.</summary>
internal sealed class DimensionColumn
{
    private readonly BoundData data;
    private readonly Column column;
    private readonly int[] codes;
    private readonly int[] firstRows;

    public DimensionColumn(BoundData data, Dimension dimension)
    {
        this.data = data;
        Dimension = dimension;
        column = Owner.Column(dimension.Column);
        (codes, firstRows) = column is TextColumn ? ([], []) : Number(column);
        Missing = column is TextColumn texts ? texts.Texts.Count : firstRows.Length;
    }

    public Dimension Dimension { get; }

    /// <summary>The number of groups, the missing one included.</summary>
    public int Count => Missing + 1;

    /// <summary>The code of rows whose dimension is missing.</summary>
    public int Missing { get; }

    private SourceTable Owner => data.Find(Dimension.Source) ?? throw new MissingColumnException(Dimension.Source, Dimension.Column);

    /// <summary>A group's name; null for the missing.</summary>
    public string? Name(int code) => code == Missing ? null : column is TextColumn texts ? texts.Texts[code] : column.Show(firstRows[code]);

    /// <summary>The group of each row of a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="at">The time at which references to rows with a lifetime are read; null for the rows' own.</param>
    /// <exception cref="UnreachableDimensionException">The source has no path to the column, or several.</exception>
    public RowCodes CodesFor(SourceTable source, ColumnPath? at = null)
    {
        var paths = PathsFrom(source);
        if (paths is not [var path])
            throw new UnreachableDimensionException(source.Name, Dimension, paths);
        var link = source.Resolve(path, at).Rows;
        return column is TextColumn texts ? new RowCodes(texts, link, null, Missing) : new RowCodes(codes, link, null, Missing);
    }

    /// <summary>The ways from a source to the column; a path visits no source twice.</summary>
    public IReadOnlyList<ColumnPath> PathsFrom(SourceTable source)
    {
        var paths = new List<ColumnPath>();
        FindPaths(source, [], [], paths);
        return paths;
    }

    private void FindPaths(SourceTable from, List<string> references, List<string> visited, List<ColumnPath> paths)
    {
        if (string.Equals(from.Name, Dimension.Source, StringComparison.Ordinal))
        {
            paths.Add(new ColumnPath([.. references], Dimension.Column));
            return;
        }

        visited.Add(from.Name);
        foreach (var reference in from.Plan.Schema.Columns)
        {
            if (reference.References is not { } target || visited.Contains(target, StringComparer.Ordinal) || data.Find(target) is not { } next)
                continue;
            references.Add(reference.Name);
            FindPaths(next, references, visited, paths);
            references.RemoveAt(references.Count - 1);
        }

        visited.RemoveAt(visited.Count - 1);
    }

    private static (int[] Codes, int[] FirstRows) Number(Column column)
    {
        var domain = new EntityDomain();
        var codes = domain.AddRows(column);
        var firstRows = new int[domain.Count];
        for (var row = codes.Length - 1; row >= 0; row--)
        {
            if (codes[row] >= 0)
                firstRows[codes[row]] = row;
        }

        return (codes, firstRows);
    }
}
