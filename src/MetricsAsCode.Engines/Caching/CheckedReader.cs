using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MetricsAsCode.Engines.Caching;

/// <summary>Reads what a <see cref="CheckedWriter"/> has written.</summary>
internal sealed class CheckedReader(SafeFileHandle file)
{
    private uint sum;
    private long position;

    public T Read<T>()
        where T : unmanaged
    {
        Span<T> one = stackalloc T[1];
        Read(one);
        return one[0];
    }

    /// <summary>Reads some values that follow.</summary>
    /// <exception cref="InvalidDataException">There are not so many.</exception>
    public T[] Read<T>(int count)
        where T : unmanaged
    {
        if (count < 0 || (long)count * Unsafe.SizeOf<T>() > RandomAccess.GetLength(file) - position)
            throw new InvalidDataException($"The file ends before {count} more values.");
        var values = GC.AllocateUninitializedArray<T>(count);
        Read(values.AsSpan());
        return values;
    }

    /// <summary>Reads the sum.</summary>
    /// <exception cref="InvalidDataException">It is another one: what was read is damaged.</exception>
    public void Finish()
    {
        uint all = sum;
        if (Read<uint>() != all)
            throw new InvalidDataException("The file is damaged.");
    }

    private void Read<T>(Span<T> values)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values);
        for (int done = 0; done < bytes.Length;)
        {
            int read = RandomAccess.Read(file, bytes[done..], position);
            if (read == 0)
                throw new InvalidDataException("The file ends too early.");
            (done, position) = (done + read, position + read);
        }

        sum = CheckSum.Of(sum, bytes);
    }
}
