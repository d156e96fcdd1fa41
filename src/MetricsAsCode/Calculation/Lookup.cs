using System.Runtime.CompilerServices;
using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation;

/// <summary>Cells as generated kernels read them. A row of -1 is that of a missing reference: it has no value.</summary>
public static class Lookup
{
    /// <summary>The value of a row, null when it is missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T? At<T>(ValueColumn<T> column, int row)
        where T : unmanaged => row < 0 ? null : column.Maybe(row);

    /// <summary>The dictionary code of a row's text, null when it is missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int? CodeAt(TextCodes codes, int row) => row >= 0 && codes[row] is >= 0 and var code ? code : null;

    /// <summary>The text of a row, null when it is missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static string? TextAt(TextColumn column, int row) => row < 0 ? null : column.Text(row);

    /// <summary>For each code of the column's dictionary, whether its text is one of some texts.</summary>
    public static bool[] AnyOf(TextColumn column, params ReadOnlySpan<string> texts)
    {
        var any = new bool[column.Dictionary.Count];
        foreach (var text in texts)
        {
            if (column.CodeOf(text) is >= 0 and var code)
                any[code] = true;
        }

        return any;
    }

    /// <summary>Whether a code is marked; null when it is missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? IsAny(bool[] marked, int? code) => code is { } known ? marked[known] : null;
}
