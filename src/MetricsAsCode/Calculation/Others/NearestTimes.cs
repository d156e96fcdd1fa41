using System.Runtime.CompilerServices;
using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation.Others;

// 1. Files are mostly written in order of time. Then the row before one is the last that was met of its entity, and one walk over the rows as they stand finds all;
//    the rows behind are found by the same walk from the end.
// 2. Each thread walks a share of the rows, and notes the first row of each entity; what lies before that is the last time of a share before.
// 3. Entities whose rows stand otherwise, or two of them at one instant, are told to the caller: their times mean nothing.

/// <summary>The time between each row and the next one of its entity, before it or behind it.</summary>
/// <param name="data">The tables.</param>
/// <param name="entities">Whose the rows are.</param>
/// <param name="clock">When they were.</param>
/// <param name="isBackward">Whether the row behind is meant.</param>
internal sealed class NearestTimes(BoundData data, EntityCodes entities, TimesOfRows clock, bool isBackward)
{
    /// <summary>What stands at a row without such a neighbour: no time between rows is negative.</summary>
    public const long None = -1;

    private const long Never = long.MinValue;

    /// <summary>Fills in the time of each row.</summary>
    /// <param name="among">The rows.</param>
    /// <param name="values">The result, for the whole table.</param>
    /// <returns>The entities that could not be followed.</returns>
    public Bitmap Fill(Selection among, long[] values)
    {
        var selected = SelectedRows.Of(data, among);
        var shares = Shares.Of(values.Length, data.Threads);
        var walks = new Walk[shares];
        Shares.Run(values.Length, shares, (share, from, to) =>
        {
            values.AsSpan(from..to).Fill(None);
            walks[share] = new Walk(entities.Count, share != (isBackward ? shares - 1 : 0));
            Run(new EntityBlocks(selected, entities, clock, from, to, isBackward), walks[share], values);
        });
        if (isBackward)
            Array.Reverse(walks);
        foreach (var walk in walks.Skip(1))
            Join(walks[0], walk, values);
        return walks[0].Lost;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Run(EntityBlocks blocks, Walk walk, long[] values)
    {
        var (last, sign) = (walk.Last, isBackward ? -1L : 1L);
        var list = new int[Lane.BlockRows];
        while (blocks.Next())
        {
            var codes = blocks.Codes;
            var times = blocks.Times;
            var start = blocks.Start;
            var rows = list.AsSpan(0, EntityWalk.List(blocks.Selected, codes, list));
            if (isBackward)
                rows.Reverse();
            foreach (var row in rows)
            {
                var (code, time) = (codes[row], times[row]);
                ref var before = ref last[code];
                if (before == Never)
                    walk.Begin(code, start + row, time, values);
                else if ((time - before) * sign is > 0 and var distance)
                    values[start + row] = distance;
                else
                    walk.Lost[code] = true;
                before = time;
            }
        }
    }

    // Puts a share behind those before it.
    private void Join(Walk before, Walk walk, long[] values)
    {
        before.Lost.Or(walk.Lost);
        var sign = isBackward ? -1L : 1L;
        for (var code = 0; code < walk.Last.Length; code++)
        {
            if (walk.Last[code] == Never)
                continue;
            ref var time = ref values[walk.First![code]];
            var distance = before.Last[code] == Never ? None : (time - before.Last[code]) * sign;
            if (before.Last[code] != Never && distance <= 0)
                before.Lost[code] = true;
            time = distance;
            before.Last[code] = walk.Last[code];
        }
    }

    /// <summary>One thread's share.</summary>
    private sealed class Walk
    {
        public Walk(int entities, bool hasBefore)
        {
            Last = GC.AllocateUninitializedArray<long>(entities);
            Last.AsSpan().Fill(Never);
            First = hasBefore ? GC.AllocateUninitializedArray<int>(entities) : null;
            Lost = new Bitmap(entities);
        }

        /// <summary>By entity the time of the last row that was met.</summary>
        public long[] Last { get; }

        /// <summary>By entity the first row of the share, where its time stands in place of what it will be; null when no share is before.</summary>
        public int[]? First { get; }

        /// <summary>The entities that cannot be followed.</summary>
        public Bitmap Lost { get; }

        public void Begin(int code, int row, long time, long[] values)
        {
            if (First is null)
                return;
            First[code] = row;
            values[row] = time;
        }
    }
}
