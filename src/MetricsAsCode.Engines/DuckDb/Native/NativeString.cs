using System.Runtime.InteropServices;

namespace MetricsAsCode.Engines.DuckDb.Native;

/// <summary>A string in a vector: 16 bytes, which hold a text of up to 12 bytes, or a prefix of 4 and where the text lies.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal readonly unsafe struct NativeString
{
    private const int Inlined = 12;

    [FieldOffset(0)]
    private readonly uint _length;

    [FieldOffset(4)]
    private readonly byte _first;

    [FieldOffset(8)]
    private readonly byte* _pointer;

    /// <summary>The UTF-8 bytes of a string that lies in a vector, valid as long as its chunk.</summary>
    public static ReadOnlySpan<byte> Bytes(NativeString* at) => new(at->_length <= Inlined ? &at->_first : at->_pointer, checked((int)at->_length));
}
