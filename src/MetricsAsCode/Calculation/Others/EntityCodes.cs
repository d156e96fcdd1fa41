using MetricsAsCode.Calculation.Binding;

namespace MetricsAsCode.Calculation.Others;

/// <summary>The rows of a source numbered by what several columns hold together; -1 where one of them is missing.</summary>
/// <param name="Codes">By row.</param>
/// <param name="Count">How many numbers there are.</param>
internal sealed record EntityCodes(int[] Codes, int Count)
{
    /// <summary>Without a column all rows belong together.</summary>
    public static EntityCodes Of(BoundData data, string source, IReadOnlyList<ColumnPath> by)
    {
        var all = new EntityCodes(new int[data[source].RowCount], 1);
        foreach (var path in by)
        {
            data[source].Resolve(path);
            all = all.And(data.Entities.CodesOf(source, path), data.Entities.DomainOf(source, path).Count);
        }

        return all;
    }

    private EntityCodes And(RowCodes column, int count)
    {
        var codes = new int[Codes.Length];
        column.Fill(0, codes);
        if (Count == 1)
        {
            for (var row = 0; row < codes.Length; row++)
                codes[row] = Codes[row] < 0 ? -1 : codes[row];
            return new EntityCodes(codes, count);
        }

        var pairs = new Dictionary<long, int>();
        for (var row = 0; row < codes.Length; row++)
        {
            if (Codes[row] < 0 || codes[row] < 0)
            {
                codes[row] = -1;
                continue;
            }

            var pair = ((long)Codes[row] << 32) | (uint)codes[row];
            if (!pairs.TryGetValue(pair, out var code))
                pairs.Add(pair, code = pairs.Count);
            codes[row] = code;
        }

        return new EntityCodes(codes, pairs.Count);
    }
}
