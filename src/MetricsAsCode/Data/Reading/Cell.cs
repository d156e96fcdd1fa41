namespace MetricsAsCode.Data.Reading;

/// <summary>Where the text of a cell stands in its batch's bytes, without its outer quotes, and how it was written.</summary>
internal readonly struct Cell(int start, int length, bool isQuoted, bool hasDoubledQuotes)
{
    private readonly int _packed = length << 2 | (isQuoted ? 1 : 0) | (hasDoubledQuotes ? 2 : 0);

    public int Start { get; } = start;

    public int Length => _packed >> 2;

    public bool IsQuoted => (_packed & 1) != 0;

    public bool HasDoubledQuotes => (_packed & 2) != 0;

    /// <summary>Nothing between the commas, not even quotes: missing in every type.</summary>
    public bool IsBlank => _packed == 0;
}
