using System.Numerics;
using System.Runtime.CompilerServices;

namespace MetricsAsCode.Calculation.States;

/// <summary>Values slot by slot, in pieces that are never moved; for few slots.</summary>
internal sealed class SlotSegments<T>(int slots)
{
    private const int SmallestPiece = 64;
    private const int LargestPiece = 1 << 16;

    private readonly List<ArraySegment<T>>?[] full = new List<ArraySegment<T>>?[slots];
    private readonly T[]?[] open = new T[]?[slots];
    private readonly int[] used = new int[slots];

    /// <summary>Adds the known values of the selected rows to one slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int slot, ReadOnlySpan<ulong> hits, ReadOnlySpan<ulong> known, ReadOnlySpan<T> values)
    {
        for (var word = 0; word < hits.Length; word++)
        {
            var bits = hits[word] & known[word];
            if (bits == 0)
                continue;
            var (piece, at) = Room(slot);
            if (bits == ulong.MaxValue)
                values.Slice(word << 6, 64).CopyTo(piece.AsSpan(at));
            for (var rest = bits == ulong.MaxValue ? 0 : bits; rest != 0; rest &= rest - 1)
                piece[at++] = values[(word << 6) + BitOperations.TrailingZeroCount(rest)];
            used[slot] += BitOperations.PopCount(bits);
        }
    }

    /// <summary>Adds one value.</summary>
    public void Add(int slot, T value)
    {
        var (piece, at) = Room(slot);
        piece[at] = value;
        used[slot]++;
    }

    /// <summary>Takes over all of another, which is not used afterwards.</summary>
    public void Add(SlotSegments<T> other)
    {
        for (var slot = 0; slot < full.Length; slot++)
            (full[slot] ??= []).AddRange(other.Of(slot, slot + 1));
    }

    /// <summary>The values of a run of slots.</summary>
    public IReadOnlyList<ArraySegment<T>> Of(int from, int to)
    {
        var pieces = new List<ArraySegment<T>>();
        for (var slot = from; slot < to; slot++)
        {
            if (full[slot] is { } closed)
                pieces.AddRange(closed);
            if (open[slot] is { } piece && used[slot] > 0)
                pieces.Add(new ArraySegment<T>(piece, 0, used[slot]));
        }

        return pieces;
    }

    // A piece in which 64 more values have a place.
    private (T[] Piece, int At) Room(int slot)
    {
        if (open[slot] is { } piece && piece.Length - used[slot] >= SmallestPiece)
            return (piece, used[slot]);
        if (open[slot] is { } closed)
            (full[slot] ??= []).Add(new ArraySegment<T>(closed, 0, used[slot]));
        open[slot] = new T[open[slot] is { Length: var size } ? Math.Min(LargestPiece, size * 2) : SmallestPiece];
        used[slot] = 0;
        return (open[slot]!, 0);
    }
}
