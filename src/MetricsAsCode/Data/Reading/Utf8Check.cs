using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace MetricsAsCode.Data.Reading;

/// <summary>Finds the first byte that keeps a stretch of bytes from being text.</summary>
internal static class Utf8Check
{
    /// <summary>
    /// The index of the first NUL or of the first byte that is not UTF-8, -1 when there is none. A character cut off at the end is no error:
    /// <paramref name="whole"/> is the length up to which characters are whole.
    /// </summary>
    public static int FirstBad(ReadOnlySpan<byte> bytes, bool isLast, out int whole)
    {
        whole = isLast ? bytes.Length : bytes.Length - CutOff(bytes);
        var text = bytes[..whole];
        int nul = text.IndexOf((byte)0);
        int bad = Utf8.IsValid(text) ? -1 : FirstNotUtf8(text);
        return nul < 0 ? bad : bad < 0 ? nul : Math.Min(nul, bad);
    }

    /// <summary>The length of a character that has begun in the last three bytes and is not complete.</summary>
    private static int CutOff(ReadOnlySpan<byte> bytes)
    {
        for (int back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            byte b = bytes[^back];
            if ((b & 0xC0) == 0x80)
                continue;
            int length = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : b >= 0xC0 ? 2 : 1;
            return length > back ? back : 0;
        }

        return 0;
    }

    private static int FirstNotUtf8(ReadOnlySpan<byte> text)
    {
        int at = 0;
        while (at < text.Length)
        {
            if (Rune.DecodeFromUtf8(text[at..], out _, out int length) != OperationStatus.Done)
                return at;
            at += length;
        }

        return -1;
    }
}
