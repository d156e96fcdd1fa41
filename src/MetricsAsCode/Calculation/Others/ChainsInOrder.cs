using System.Numerics;
using System.Runtime.CompilerServices;
using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Data;
using MetricsAsCode.Threads;

namespace MetricsAsCode.Calculation.Others;

// 1. Files are mostly written in order of time. Walked from the end, the chains of an entity that begin with a step are known when a row of the step before is met:
//    its own chain is that row and the chain of the next step that was met last. So one walk over the rows as they stand finds all chains.
// 2. By entity stands when each of those chains reaches each of its steps. Times are counted backward from the end of time, so that they grow along the walk and
//    0 is free to mean never: fresh memory needs no filling.
// 3. Of rows at one instant those of later steps have to come first. Entities whose rows stand otherwise, or belong to two steps, are told to the caller.
// 4. Each thread walks all rows and takes entities of its own.

/// <summary>Follows chains in one walk, where all steps are rows of one source with the same entity and time.</summary>
internal sealed class ChainsInOrder
{
    private const int StepBits = 3;
    private const int MostSteps = 1 << StepBits;
    private const long EndOfTime = 1L << 59;
    private const byte Several = byte.MaxValue;

    private readonly Chain chain;
    private readonly Bitmap[] steps;
    private readonly Bitmap any;
    private readonly EntityCodes entities;
    private readonly TimesOfRows clock;
    private readonly int[] offsets;
    private readonly ulong[] states;
    private readonly Bitmap lost;

    private ChainsInOrder(BoundData data, Chain chain, EntityCodes entities)
    {
        var first = chain.Steps[0];
        (this.chain, this.entities) = (chain, entities);
        clock = new TimesOfRows(data, first.Rows.Source, first.Rows.Time!, !chain.CountsDays);
        steps = [.. chain.Steps.Select(step => SelectedRows.Of(data, step.Rows))];
        any = steps[0].Copy();
        foreach (var step in steps.Skip(1))
            any.Or(step);
        offsets = OffsetsOf(steps.Length);
        states = new ulong[entities.Count * offsets[^1]];
        lost = new Bitmap(entities.Count);
    }

    /// <summary>Follows the chains.</summary>
    /// <param name="data">The tables.</param>
    /// <param name="chain">The chains.</param>
    /// <param name="depths">By row how many steps its chain reaches.</param>
    /// <param name="elapsed">By step, for those that are asked for, by row the time to it.</param>
    /// <returns>The entities that could not be followed; null when that holds of all, and nothing was written.</returns>
    public static Bitmap? TryFollow(BoundData data, Chain chain, ushort[] depths, long[]?[] elapsed)
    {
        var first = chain.Steps[0];
        if (chain.Steps.Count > MostSteps || !chain.Steps.All(step => IsLike(step, first)))
            return null;
        var entities = EntityCodes.Of(data, first.Rows.Source, [first.Entity]);
        if ((long)entities.Count * OffsetsOf(chain.Steps.Count)[^1] > Array.MaxLength)
            return null;
        var chains = new ChainsInOrder(data, chain, entities);
        var threads = Shares.Of(depths.Length, data.Threads);
        SideBySide.Run(threads, thread => chains.Walk(thread, threads, depths, elapsed));
        return chains.lost;
    }

    private static bool IsLike(ChainStep step, ChainStep first) =>
        string.Equals(step.Rows.Source, first.Rows.Source, StringComparison.Ordinal)
        && string.Equals(step.Entity.ToString(), first.Entity.ToString(), StringComparison.Ordinal)
        && string.Equals(step.Rows.Time!.ToString(), first.Rows.Time!.ToString(), StringComparison.Ordinal);

    // An entity's state: where its walk is, then for each step behind the first the times of that step and all later ones. The last offset is the state's length.
    private static int[] OffsetsOf(int steps)
    {
        var offsets = new int[steps + 1];
        offsets[1] = 1;
        for (var step = 2; step <= steps; step++)
            offsets[step] = offsets[step - 1] + steps - step + 1;
        return offsets;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Walk(int thread, int threads, ushort[] depths, long[]?[] elapsed)
    {
        var blocks = new EntityBlocks(any, entities, clock, 0, depths.Length, isBackward: true);
        var (list, stepOf, length) = (new int[Lane.BlockRows], new byte[Lane.BlockRows], offsets[^1]);
        while (blocks.Next())
        {
            var codes = blocks.Codes;
            var times = blocks.Times;
            var count = EntityWalk.List(blocks.Selected, codes, thread, threads, list);
            MarkSteps(blocks.Start, blocks.Selected.Length, stepOf);
            for (var i = count - 1; i >= 0; i--)
            {
                var (row, code) = (list[i], codes[list[i]]);
                var state = states.AsSpan(code * length, length);
                var step = stepOf[row];
                var time = (ulong)(EndOfTime - times[row]);
                var place = (time << StepBits) | (uint)(steps.Length - 1 - step);
                if (step == Several || place < state[0])
                    lost[code] = true;
                state[0] = place;
                if (step == 0)
                    depths[blocks.Start + row] = Follow(state, time, blocks.Start + row, elapsed);
                else if (step != Several)
                    Begin(state, step, time);
            }
        }
    }

    private ushort Follow(ReadOnlySpan<ulong> state, ulong entry, int row, long[]?[] elapsed)
    {
        var depth = 1;
        for (; depth < steps.Length && state[depth] != 0; depth++)
        {
            var time = (long)(entry - state[depth]);
            if (time > chain.Within)
                break;
            if (elapsed[depth] is { } times)
                times[row] = time;
        }

        return (ushort)depth;
    }

    // The chain that begins here goes on with that of the next step.
    private void Begin(Span<ulong> state, int step, ulong time)
    {
        var own = state[offsets[step]..offsets[step + 1]];
        own[0] = time;
        if (own.Length > 1)
            state[offsets[step + 1]..offsets[step + 2]].CopyTo(own[1..]);
    }

    private void MarkSteps(int start, int words, Span<byte> stepOf)
    {
        for (var word = 0; word < words; word++)
        {
            var (at, taken) = ((start >> 6) + word, 0UL);
            for (var step = 0; step < steps.Length; step++)
            {
                var bits = steps[step].Words[at];
                Mark(bits, word << 6, (byte)step, stepOf);
                Mark(bits & taken, word << 6, Several, stepOf);
                taken |= bits;
            }
        }
    }

    private static void Mark(ulong bits, int from, byte step, Span<byte> stepOf)
    {
        for (; bits != 0; bits &= bits - 1)
            stepOf[from + BitOperations.TrailingZeroCount(bits)] = step;
    }
}
