using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation.States;

/// <summary>A set of entities: a bitmap over their domain where it is one of few, an ascending list of codes where it is one of very many.</summary>
internal sealed class Members
{
    private readonly Bitmap? bitmap;
    private readonly int[] codes;

    public Members(Bitmap bitmap) => (this.bitmap, codes) = (bitmap, []);

    /// <summary>Takes codes, ascending and different.</summary>
    public Members(int[] codes) => this.codes = codes;

    /// <summary>The number of members.</summary>
    public int Count => bitmap?.PopCount() ?? codes.Length;

    public bool Contains(int code) => bitmap is null ? Array.BinarySearch(codes, code) >= 0 : bitmap[code];

    /// <summary>The set as a bitmap over a domain of that many entities; not to be written to.</summary>
    public Bitmap ToBitmap(int domain)
    {
        if (bitmap is not null)
            return bitmap;
        var bits = new Bitmap(domain);
        foreach (var code in codes)
            bits[code] = true;
        return bits;
    }

    public static Members Combine(SetOperator @operator, Members left, Members right)
    {
        if ((left.bitmap ?? right.bitmap) is not { Length: var domain })
            return new Members(Merge(@operator, left.codes, right.codes));
        var (a, b) = (left.ToBitmap(domain), right.ToBitmap(domain));
        return new Members(@operator switch
        {
            SetOperator.Union => Bitmap.Or(a, b),
            SetOperator.Intersect => Bitmap.And(a, b),
            SetOperator.Except => Bitmap.AndNot(a, b),
            _ => throw new InvalidOperationException($"Unexpected set operator {@operator}."),
        });
    }

    private static int[] Merge(SetOperator @operator, int[] left, int[] right)
    {
        var merged = new List<int>(left.Length);
        for (int l = 0, r = 0; l < left.Length || r < right.Length;)
        {
            var side = l == left.Length ? 1 : r == right.Length ? -1 : left[l].CompareTo(right[r]);
            var keeps = @operator switch
            {
                SetOperator.Union => true,
                SetOperator.Intersect => side == 0,
                _ => side < 0,
            };
            if (keeps)
                merged.Add(side <= 0 ? left[l] : right[r]);
            l += side <= 0 ? 1 : 0;
            r += side >= 0 ? 1 : 0;
        }

        return [.. merged];
    }
}
