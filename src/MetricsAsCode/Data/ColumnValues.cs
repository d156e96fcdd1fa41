using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MetricsAsCode.Data;

/// <summary>The values of a <see cref="ValueColumn{T}"/>, one per row, in whatever form they are stored; what stands at a missing row means nothing.</summary>
public readonly ref struct ColumnValues<T> where T : unmanaged
{
    private readonly ReadOnlySpan<T> _wide;
    private readonly Packed? _packed;

    internal ColumnValues(ReadOnlySpan<T> wide, Packed? packed)
    {
        _wide = wide;
        _packed = packed;
    }

    /// <summary>The number of rows.</summary>
    public int Length => _packed is null ? _wide.Length : _packed.Length;

    /// <summary>Whether the values have their own width, so that runs of them need not be copied.</summary>
    internal bool IsWide => _packed is null;

    /// <summary>The values where they stand; only when they are wide.</summary>
    internal ReadOnlySpan<T> Wide => _wide;

    /// <summary>The value of one row.</summary>
    public T this[int row]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            // Only whole numbers of 8 bytes are ever packed.
            if (typeof(T) != typeof(long) || _packed is null)
                return _wide[row];
            long value = _packed[row];
            return Unsafe.As<long, T>(ref value);
        }
    }

    /// <summary>The values of some rows, where they stand or copied.</summary>
    /// <param name="from">The first row.</param>
    /// <param name="scratch">As long as there are rows; written to when the values are stored in another form.</param>
    public ReadOnlySpan<T> Slice(int from, Span<T> scratch)
    {
        if (_packed is null)
            return _wide.Slice(from, scratch.Length);
        _packed.Fill(from, MemoryMarshal.Cast<T, long>(scratch));
        return scratch;
    }

    /// <summary>Copies the values of some rows.</summary>
    /// <param name="from">The first row.</param>
    /// <param name="into">As long as there are rows.</param>
    public void CopyTo(int from, Span<T> into)
    {
        if (_packed is null)
            _wide.Slice(from, into.Length).CopyTo(into);
        else
            Slice(from, into);
    }

    /// <summary>All values.</summary>
    public T[] ToArray()
    {
        if (_packed is null)
            return _wide.ToArray();
        var values = GC.AllocateUninitializedArray<T>(Length);
        Slice(0, values);
        return values;
    }
}
