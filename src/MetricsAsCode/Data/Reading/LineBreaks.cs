using System.Text;

namespace MetricsAsCode.Data.Reading;

/// <summary>Counts lines and columns as editors do: a line ends with CR LF, LF or CR.</summary>
internal static class LineBreaks
{
    /// <summary>The number of line breaks; a CR at the end counts, as its LF can only follow it.</summary>
    public static int Count(ReadOnlySpan<byte> text)
    {
        int count = 0;
        for (int at; (at = text.IndexOfAny((byte)'\r', (byte)'\n')) >= 0; count++)
            text = text[(at + (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1))..];
        return count;
    }

    /// <summary>The column, from 1 in UTF-16 code units, that follows a text which starts at the beginning of a line.</summary>
    public static int ColumnAfter(ReadOnlySpan<byte> text) => 1 + Encoding.UTF8.GetCharCount(text[(text.LastIndexOfAny((byte)'\r', (byte)'\n') + 1)..]);
}
