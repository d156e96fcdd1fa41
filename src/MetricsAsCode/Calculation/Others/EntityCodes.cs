using MetricsAsCode.Calculation.Binding;

namespace MetricsAsCode.Calculation.Others;

/// <summary>The rows of a source numbered by what several columns hold together; -1 where one of them is missing.</summary>
/// <param name="Codes">By row; null when all rows have the number 0.</param>
/// <param name="Count">How many numbers there are.</param>
internal sealed record EntityCodes(RowCodes? Codes, int Count)
{
    /// <summary>Without a column all rows belong together.</summary>
    public static EntityCodes Of(BoundData data, string source, IReadOnlyList<ColumnPath> by)
    {
        var all = new EntityCodes(null, 1);
        foreach (var path in by)
        {
            data[source].Resolve(path);
            all = all.And(data.Entities.CodesOf(source, path), data.Entities.DomainOf(source, path).Count, data[source].RowCount);
        }

        return all;
    }

    /// <summary>The numbers of a run of rows.</summary>
    public ReadOnlySpan<int> Of(int from, int to, int[] scratch)
    {
        if (Codes is { IsPlain: true })
            return Codes.Plain(from, to);
        var codes = scratch.AsSpan(0, to - from);
        if (Codes is null)
            codes.Clear();
        else
            Codes.Fill(from, codes);
        return codes;
    }

    private EntityCodes And(RowCodes column, int count, int rows)
    {
        if (Codes is null)
            return new EntityCodes(column, count);
        var (left, right) = (new int[rows], new int[rows]);
        Codes.Fill(0, left);
        column.Fill(0, right);
        var pairs = new Dictionary<long, int>();
        for (var row = 0; row < rows; row++)
        {
            if (left[row] < 0 || right[row] < 0)
            {
                left[row] = -1;
                continue;
            }

            var pair = ((long)left[row] << 32) | (uint)right[row];
            if (!pairs.TryGetValue(pair, out var code))
                pairs.Add(pair, code = pairs.Count);
            left[row] = code;
        }

        return new EntityCodes(new RowCodes(left), pairs.Count);
    }
}
