using System.Runtime.CompilerServices;

namespace MetricsAsCode.Data;

/// <summary>One named, typed column of a <see cref="DataFrame"/>: a buffer of values and, where any is missing, a bitmap of the known ones.</summary>
public abstract class Column
{
    private protected Column(string name, ColumnType type, int length, Bitmap? known)
    {
        if (known is not null && known.Length != length)
            throw new ArgumentException($"Column `{name}` has {length} rows, its bitmap has {known.Length}.", nameof(known));
        Name = name;
        Type = type;
        Length = length;
        Known = known;
    }

    /// <summary>The declared name, which need not be the name in the file.</summary>
    public string Name { get; }

    /// <summary>What the values are.</summary>
    public ColumnType Type { get; }

    /// <summary>The number of rows.</summary>
    public int Length { get; }

    /// <summary>How many bytes a value takes in memory.</summary>
    public abstract int Width { get; }

    /// <summary>The rows whose value is not missing; null when all are known.</summary>
    public Bitmap? Known { get; }

    /// <summary>Whether the value of a row is not missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsKnown(int row) => Known is null || Known[row];

    /// <summary>The value of a row in invariant text as a file would hold it, or null when it is missing. For messages, not for hot code.</summary>
    public abstract string? Show(int row);

    /// <summary>The column of some rows, in the order given.</summary>
    internal abstract Column Pick(ReadOnlySpan<int> rows);

    /// <summary>Which of some rows are known; null when all of all rows are.</summary>
    private protected Bitmap? PickKnown(ReadOnlySpan<int> rows)
    {
        if (Known is null)
            return null;
        var known = Bitmap.All(rows.Length);
        for (int row = 0; row < rows.Length; row++)
            known[row] = Known[rows[row]];
        return known;
    }
}
