using System.Runtime.CompilerServices;

namespace MetricsAsCode.Data;

/// <summary>The dictionary codes of a <see cref="TextColumn"/>, one per row, in whatever form they are stored; -1 where the text is missing.</summary>
public readonly ref struct TextCodes
{
    private readonly ReadOnlySpan<int> _wide;
    private readonly Packed? _packed;

    internal TextCodes(ReadOnlySpan<int> wide, Packed? packed)
    {
        _wide = wide;
        _packed = packed;
    }

    /// <summary>The number of rows.</summary>
    public int Length => _packed is null ? _wide.Length : _packed.Length;

    /// <summary>Whether a code has its 4 bytes, so that runs of codes need not be copied.</summary>
    internal bool IsWide => _packed is null;

    /// <summary>The codes where they stand; only when they are wide.</summary>
    internal ReadOnlySpan<int> Wide => _wide;

    /// <summary>By row 1 + the code, when that is stored in one byte; else nothing.</summary>
    internal ReadOnlySpan<byte> Bytes => _packed is null ? [] : _packed.Bytes;

    /// <summary>The code of one row.</summary>
    public int this[int row]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _packed is null ? _wide[row] : (int)_packed[row];
    }

    /// <summary>The codes of some rows, where they stand or copied.</summary>
    /// <param name="from">The first row.</param>
    /// <param name="scratch">As long as there are rows; written to when the codes are stored in another form.</param>
    public ReadOnlySpan<int> Slice(int from, Span<int> scratch)
    {
        if (_packed is null)
            return _wide.Slice(from, scratch.Length);
        _packed.Fill(from, scratch);
        return scratch;
    }

    /// <summary>Copies the codes of some rows.</summary>
    /// <param name="from">The first row.</param>
    /// <param name="into">As long as there are rows.</param>
    public void CopyTo(int from, Span<int> into)
    {
        if (_packed is null)
            _wide.Slice(from, into.Length).CopyTo(into);
        else
            Slice(from, into);
    }

    /// <summary>All codes.</summary>
    public int[] ToArray()
    {
        if (_packed is null)
            return _wide.ToArray();
        var codes = GC.AllocateUninitializedArray<int>(Length);
        _packed.Fill(0, codes);
        return codes;
    }
}
