namespace MetricsAsCode.Data.Parsing.Quick;

/// <summary>
/// Reads the usual ways to write a value from bytes of which at least 16 may be loaded behind the cell, eight at a time.
/// What it does not take in is not wrong: the column's <see cref="ICellParser{T}"/> decides. What it takes in, that parser reads as the same value.
/// </summary>
internal interface IQuickParser<T> where T : unmanaged
{
    /// <param name="cell">The first byte of the cell.</param>
    /// <param name="length">Its length in bytes, also 0.</param>
    /// <param name="value">The value; means nothing when the cell is not taken in.</param>
    bool TryParse(ref byte cell, int length, out T value);
}

/// <summary>Takes in nothing.</summary>
internal readonly struct NoQuickParser<T> : IQuickParser<T> where T : unmanaged
{
    public bool TryParse(ref byte cell, int length, out T value)
    {
        value = default;
        return false;
    }
}
