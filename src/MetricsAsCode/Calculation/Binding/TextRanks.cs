using System.Collections.Concurrent;
using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation.Binding;

/// <summary>The texts of a dictionary in order of their UTF-8 bytes, so that texts of one column compare by number.</summary>
internal sealed class TextRanks
{
    private readonly TextDictionary texts;
    private readonly int[] codeOf;

    public TextRanks(TextDictionary texts)
    {
        this.texts = texts;
        codeOf = [.. Enumerable.Range(0, texts.Count)];
        Array.Sort(codeOf, (left, right) => texts.Utf8(left).SequenceCompareTo(texts.Utf8(right)));
        RankOf = new int[codeOf.Length];
        for (var rank = 0; rank < codeOf.Length; rank++)
            RankOf[codeOf[rank]] = rank;
    }

    /// <summary>The place of each code.</summary>
    public int[] RankOf { get; }

    /// <summary>The text at a place.</summary>
    public string this[int rank] => texts[codeOf[rank]];
}
