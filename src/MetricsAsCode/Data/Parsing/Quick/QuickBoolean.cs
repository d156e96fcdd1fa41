using System.Runtime.CompilerServices;

namespace MetricsAsCode.Data.Parsing.Quick;

/// <summary>All ways to write a boolean.</summary>
internal readonly struct QuickBoolean : IQuickParser<bool>
{
    // In ASCII, 0x20 apart are the two cases of a letter and nothing else that matters here.
    private const uint LowerCase = 0x2020_2020, True = 't' | 'r' << 8 | 'u' << 16 | 'e' << 24, Fals = 'f' | 'a' << 8 | 'l' << 16 | 's' << 24;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryParse(ref byte cell, int length, out bool value)
    {
        uint four = Unsafe.ReadUnaligned<uint>(ref cell) | LowerCase;
        value = length == 4 ? four == True : length == 1 && cell == '1';
        return value || (length == 5 ? four == Fals && (Unsafe.Add(ref cell, 4) | 0x20) == 'e' : length == 1 && cell == '0');
    }
}
