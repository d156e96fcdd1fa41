using System.Runtime.InteropServices;

namespace MetricsAsCode.Engines.Caching;

/// <summary>Writes values as they lie in memory, and at the end a sum over all of them.</summary>
internal sealed class CheckedWriter(Stream stream)
{
    private uint sum;

    public void Write<T>(T value)
        where T : unmanaged => Write([value]);

    public void Write<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values);
        sum = CheckSum.Of(sum, bytes);
        stream.Write(bytes);
    }

    /// <summary>Writes the sum; nothing is written afterwards.</summary>
    public void Finish() => stream.Write(BitConverter.GetBytes(sum));
}
