using System.Runtime.InteropServices;

namespace MetricsAsCode.Engines.DuckDb.Native;

/// <summary>A number of 128 bits as the library passes it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct NativeHugeInt(Int128 value)
{
    public readonly ulong Lower = (ulong)(UInt128)value;
    public readonly long Upper = (long)(value >> 64);
}

/// <summary>A decimal as the library passes it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct NativeDecimal(byte width, byte scale, Int128 value)
{
    public readonly byte Width = width;
    public readonly byte Scale = scale;
    public readonly NativeHugeInt Value = new(value);
}
