namespace MetricsAsCode.Data.Reading.Chunks;

/// <summary>A column of texts: each thread has codes of its own, which become those of one dictionary in the order of the file.</summary>
internal sealed class TextTarget(ColumnSchema schema, int capacity) : ColumnTarget(schema, capacity)
{
    private readonly List<TextFiller> _fillers = [];

    public int[] Codes { get; private set; } = GC.AllocateUninitializedArray<int>(capacity);

    /// <summary>The only texts allowed; null allows all.</summary>
    public HashSet<string>? Allowed { get; } = schema.AllowedTexts?.ToHashSet(StringComparer.Ordinal);

    public override ColumnFiller NewFiller(int most)
    {
        var filler = new TextFiller(this, most);
        _fillers.Add(filler);
        return filler;
    }

    public override Column Build(RowShares rows)
    {
        var (dictionary, codes) = Merge();
        foreach (var share in rows.Shares)
        {
            if (codes[share.Thread] is { } map)
                Translate(Codes.AsSpan(share.FirstRow, share.RowCount), map);
        }

        var column = new TextColumn(Schema.Name, Codes, dictionary, Missing.ToKnown(rows.RowCount), rows.RowCount);
        Codes = [];
        return column;
    }

    private static void Translate(Span<int> codes, int[] map)
    {
        for (int row = 0; row < codes.Length; row++)
        {
            if (codes[row] >= 0)
                codes[row] = map[codes[row]];
        }
    }

    /// <summary>One dictionary, and for each thread whose codes are others the code there of each of its own.</summary>
    private (TextDictionary Dictionary, int[]?[] Codes) Merge()
    {
        var maps = new int[]?[_fillers.Count];
        if (_fillers.Count == 1)
            return (_fillers[0].Dictionary, maps);
        // Many texts are mostly keys, of which each stands in one thread's rows.
        var merged = new TextDictionary(_fillers.Max(f => f.Dictionary.Count), _fillers.Sum(f => (long)f.Dictionary.Length));
        var next = new int[_fillers.Count];
        for (int thread = 0; thread < maps.Length; thread++)
            maps[thread] = new int[_fillers[thread].Dictionary.Count];
        while (Earliest(next) is var thread and >= 0)
        {
            int code = next[thread]++;
            maps[thread]![code] = merged.Add(_fillers[thread].Dictionary.Utf8(code));
        }

        return (merged, [.. maps.Select(m => IsIdentity(m!) ? null : m)]);
    }

    /// <summary>The thread whose next text stands first in the file; -1 when there is none.</summary>
    private int Earliest(int[] next)
    {
        int earliest = -1, row = int.MaxValue;
        for (int thread = 0; thread < next.Length; thread++)
        {
            var rows = _fillers[thread].FirstRows;
            if (next[thread] < rows.Length && rows[next[thread]] < row)
                (earliest, row) = (thread, rows[next[thread]]);
        }

        return earliest;
    }

    private static bool IsIdentity(int[] map)
    {
        for (int code = 0; code < map.Length; code++)
        {
            if (map[code] != code)
                return false;
        }

        return true;
    }
}
