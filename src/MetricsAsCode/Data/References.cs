namespace MetricsAsCode.Data;

/// <summary>Resolves references between frames.</summary>
public static class References
{
    /// <summary>The row of <paramref name="to"/> for each row of <paramref name="from"/>, -1 when the reference is missing.</summary>
    public static int[] Link(DataFrame from, Column fromKey, DataFrame to, Column toKey, bool allowDangling = false) =>
        throw new NotImplementedException();
}
