using System.Runtime.CompilerServices;

namespace MetricsAsCode.Data.Parsing.Quick;

/// <summary>All ways to write a day: there is one.</summary>
internal readonly struct QuickDate(Months months) : IQuickParser<int>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryParse(ref byte cell, int length, out int value)
    {
        if (length == 10)
            return months.TryDays(ref cell, out value);
        value = 0;
        return false;
    }
}
