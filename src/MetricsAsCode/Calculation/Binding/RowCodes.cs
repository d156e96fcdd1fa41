using MetricsAsCode.Data;
using MetricsAsCode.Kernels;

namespace MetricsAsCode.Calculation.Binding;

/// <summary>
/// A small integer for each row of a table: the code of its group or entity. Codes are kept where they are, in the column's own table and dictionary,
/// and are translated on the way: row, along the link, code there, and what the code means here.
/// </summary>
internal sealed class RowCodes
{
    private readonly int[]? link;
    private readonly TextColumn? texts;
    private readonly int[] codes;
    private readonly int[]? meaning;
    private readonly int missing;

    /// <summary>Codes for the rows of a table.</summary>
    /// <param name="codes">The column's codes, -1 where its value is missing.</param>
    /// <param name="link">The row in the column's table for each row here; null when it is the same table.</param>
    /// <param name="meaning">What each of the column's codes means; null when it stands for itself.</param>
    /// <param name="missing">The code of rows without a value; -1 for none.</param>
    public RowCodes(int[] codes, int[]? link = null, int[]? meaning = null, int missing = -1)
        : this(null, codes, link, meaning, missing)
    {
    }

    /// <summary>Codes from a text column's dictionary.</summary>
    public RowCodes(TextColumn texts, int[]? link, int[]? meaning, int missing)
        : this(texts, [], link, meaning, missing)
    {
    }

    private RowCodes(TextColumn? texts, int[] codes, int[]? link, int[]? meaning, int missing) =>
        (this.texts, this.codes, this.link, this.meaning, this.missing) = (texts, codes, link, meaning, missing);

    /// <summary>Whether the codes stand somewhere as they are.</summary>
    public bool IsPlain => link is null && meaning is null && missing == -1 && (texts is null || texts.Codes.IsWide);

    /// <summary>The codes of a run of rows where they stand; only when they are plain.</summary>
    public ReadOnlySpan<int> Plain(int from, int to) => texts is null ? codes.AsSpan(from..to) : texts.Codes.Wide[from..to];

    /// <summary>The code of one row.</summary>
    public int At(int row)
    {
        var at = link is null ? row : link[row];
        var code = at < 0 ? -1 : texts is null ? codes[at] : texts.Codes[at];
        return code < 0 ? missing : meaning is null ? code : meaning[code];
    }

    /// <summary>The codes of a run of rows.</summary>
    public void Fill(int from, Span<int> into)
    {
        var source = texts is null ? new TextCodes(codes, null) : texts.Codes;
        if (link is not null)
            CodeKernel.Gather(source, link.AsSpan(from, into.Length), into);
        else
            source.CopyTo(from, into);
        if (meaning is not null || missing != -1)
            CodeKernel.Translate(into, meaning, missing);
    }

    /// <summary>The same codes under another meaning.</summary>
    public RowCodes Remap(int[] map) =>
        new(texts, codes, link, meaning is null ? map : Array.ConvertAll(meaning, code => code < 0 ? -1 : map[code]), missing < 0 ? missing : map[missing]);
}
