using System.Numerics;

namespace MetricsAsCode.Calculation.Others;

/// <summary>Lists the selected rows of a block that have an entity, for loops over entities that are met in any order.</summary>
internal static class EntityWalk
{
    /// <summary>How many entities in a row are one thread's: their bits fill words.</summary>
    private const int Stripe = 6;

    /// <summary>The selected rows with an entity, ascending.</summary>
    /// <param name="selected">Bits of a block's rows.</param>
    /// <param name="codes">By row its entity; -1 for none.</param>
    /// <param name="rows">The result, at least as long as the codes.</param>
    /// <returns>How many there are.</returns>
    public static int List(ReadOnlySpan<ulong> selected, ReadOnlySpan<int> codes, Span<int> rows)
    {
        var count = 0;
        for (var word = 0; word < selected.Length; word++)
        {
            for (var bits = selected[word]; bits != 0; bits &= bits - 1)
            {
                var row = (word << 6) + BitOperations.TrailingZeroCount(bits);
                rows[count] = row;
                count += codes[row] >= 0 ? 1 : 0;
            }
        }

        return count;
    }

    /// <summary>The same of the entities of one of some threads.</summary>
    public static int List(ReadOnlySpan<ulong> selected, ReadOnlySpan<int> codes, int thread, int threads, Span<int> rows)
    {
        var (all, count) = (List(selected, codes, rows), 0);
        for (var i = 0; i < all; i++)
        {
            rows[count] = rows[i];
            count += (codes[rows[i]] >> Stripe) % threads == thread ? 1 : 0;
        }

        return count;
    }
}
