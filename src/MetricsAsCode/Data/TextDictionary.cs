using System.Collections;
using System.Diagnostics;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace MetricsAsCode.Data;

/// <summary>
/// Distinct texts, numbered from 0 in the order of their first appearance. They are kept as UTF-8 in one heap, so that a cell of a file is looked up
/// by its bytes; a <see cref="string"/> is made when somebody first asks for it. Adding is for one thread; once filled, reading is for any number.
/// </summary>
public sealed class TextDictionary : IReadOnlyList<string>
{
    // Slots hold the hash of a text above its code + 1, open addressing with a load of at most five eighths: another text is told apart,
    // and the slots grow, without a look elsewhere.
    private static readonly ulong Seed = (ulong)Random.Shared.NextInt64();
    private ulong[] _slots;
    private int[] _ends;
    private string?[] _strings;
    private byte[] _heap;

    /// <summary>A dictionary without texts.</summary>
    public TextDictionary() : this(0, 0)
    {
    }

    /// <summary>A dictionary with room for texts to come.</summary>
    /// <param name="count">How many.</param>
    /// <param name="bytes">Their bytes together.</param>
    internal TextDictionary(int count, long bytes)
    {
        _slots = new ulong[BitOperations.RoundUpToPowerOf2((ulong)Math.Max(8, count * 8L / 5 + 1))];
        _ends = new int[Math.Max(8, count)];
        _strings = new string?[_ends.Length];
        _heap = new byte[(int)Math.Clamp(bytes, 64, Array.MaxLength)];
    }

    /// <summary>The number of distinct texts.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes of all texts together.</summary>
    internal int Length => Count == 0 ? 0 : _ends[Count - 1];

    /// <summary>The text of a code.</summary>
    public string this[int code] => _strings[CheckedCode(code)] ??= Encoding.UTF8.GetString(Utf8(code));

    /// <summary>The UTF-8 bytes of a code's text. Texts compare by these.</summary>
    public ReadOnlySpan<byte> Utf8(int code)
    {
        int start = CheckedCode(code) == 0 ? 0 : _ends[code - 1];
        return _heap.AsSpan(start, _ends[code] - start);
    }

    /// <summary>The code of a text, -1 when it is not here.</summary>
    public int CodeOf(string text) => CodeOf(Encoding.UTF8.GetBytes(text));

    /// <summary>The code of a text given as UTF-8, -1 when it is not here.</summary>
    public int CodeOf(ReadOnlySpan<byte> utf8) => CodeIn(_slots[SlotOf(utf8, Hash(utf8))]);

    /// <summary>The code of a text, which is added if it is new.</summary>
    public int Add(string text) => Add(Encoding.UTF8.GetBytes(text));

    /// <summary>The code of a text given as UTF-8, which is added if it is new.</summary>
    /// <exception cref="DictionaryFullException">The distinct texts are longer than an array can be (about 2 GB).</exception>
    public int Add(ReadOnlySpan<byte> utf8)
    {
        uint hash = Hash(utf8);
        int slot = SlotOf(utf8, hash);
        return _slots[slot] != 0 ? CodeIn(_slots[slot]) : Append(utf8, hash, slot);
    }

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator()
    {
        for (int code = 0; code < Count; code++)
            yield return this[code];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int SlotOf(ReadOnlySpan<byte> utf8, uint hash)
    {
        int mask = _slots.Length - 1;
        int slot = (int)hash & mask;
        while (_slots[slot] is var entry && entry != 0 && !(entry >> 32 == hash && Utf8(CodeIn(entry)).SequenceEqual(utf8)))
            slot = (slot + 1) & mask;
        return slot;
    }

    private static int CodeIn(ulong slot) => (int)(uint)slot - 1;

    private int Append(ReadOnlySpan<byte> utf8, uint hash, int slot)
    {
        int code = Count;
        int start = code == 0 ? 0 : _ends[code - 1];
        EnsureRoom(code, start, utf8.Length);
        utf8.CopyTo(_heap.AsSpan(start));
        _ends[code] = start + utf8.Length;
        _slots[slot] = (ulong)hash << 32 | (uint)(code + 1);
        Count++;
        if (Count * 8L > _slots.Length * 5L)
            GrowSlots();
        return code;
    }

    private void EnsureRoom(int code, int start, int more)
    {
        if ((long)start + more > Array.MaxLength)
            throw new DictionaryFullException(FormattableString.Invariant($"{Count} distinct texts of together {start} bytes are as many as one column can hold."));
        if (start + more > _heap.Length)
            Array.Resize(ref _heap, (int)Math.Min(Array.MaxLength, Math.Max(_heap.Length * 2L, (long)start + more)));
        if (code < _ends.Length)
            return;
        int size = (int)Math.Min(Array.MaxLength, _ends.Length * 2L);
        Array.Resize(ref _ends, size);
        Array.Resize(ref _strings, size);
    }

    private void GrowSlots()
    {
        ulong[] smaller = _slots;
        _slots = new ulong[smaller.Length * 2];
        int mask = _slots.Length - 1;
        foreach (ulong entry in smaller)
        {
            if (entry == 0)
                continue;
            int slot = (int)(entry >> 32) & mask;
            while (_slots[slot] != 0)
                slot = (slot + 1) & mask;
            _slots[slot] = entry;
        }
    }

    /// <summary>Eight bytes at a time, folded 128-bit products; seeded per process so that no file can be made to collide.</summary>
    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        ulong hash = Seed ^ (ulong)utf8.Length * 0x9E37_79B9_7F4A_7C15;
        while (utf8.Length >= 8)
        {
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(utf8));
            utf8 = utf8[8..];
        }

        ulong rest = 0;
        foreach (byte b in utf8)
            rest = rest << 8 | b;
        hash = Mix(hash ^ rest);
        return (uint)(hash ^ hash >> 32);
    }

    private static ulong Mix(ulong value)
    {
        ulong high = Math.BigMul(value ^ 0xE703_7ED1_A0B4_28DB, 0xA076_1D64_78BD_642F ^ Seed, out ulong low);
        return high ^ low;
    }

    private int CheckedCode(int code)
    {
        Debug.Assert(Count <= _ends.Length);
        return (uint)code < (uint)Count ? code : throw new ArgumentOutOfRangeException(nameof(code), code, $"The dictionary has {Count} texts.");
    }
}
