using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Differential.Generation.Families;
using MetricsAsCode.Differential.Model;
using MetricsAsCode.Time;

namespace MetricsAsCode.Differential.Generation;

/// <summary>Rows with a lifetime: a key has several, one behind the other, some of them empty, some adjacent, the last perhaps open.</summary>
internal static class Lives
{
    /// <summary>The columns between which rows live.</summary>
    public static Gen<(ColumnSpec From, ColumnSpec To, bool IsThrough)> Columns(string name) =>
        from kind in Gen.Elements(ScalarKind.Date, ScalarKind.Timestamp)
        from zone in Gen.Elements(null, "America/New_York", "Asia/Kolkata")
        from begins in Make.OneIn(5)
        from ends in Make.OneIn(8)
        from through in Make.OneIn(2)
        let column = new ColumnSpec($"{name[0]}_from", kind) { Zone = kind == ScalarKind.Timestamp ? zone : null }
        select (column with { IsOptional = begins }, column with { Name = $"{name[0]}_to", IsOptional = !ends }, through && kind == ScalarKind.Date);

    /// <summary>The same rows with keys that come again and lives that do not meet.</summary>
    public static Gen<ImmutableArray<ImmutableArray<string?>>> Of(SourceSpec source, ImmutableArray<ImmutableArray<string?>> rows, Cells cells) =>
        from perKey in Gen.Choose(1, 4)
        from made in Gen.CollectToArray(rows.Chunk(perKey).Select(chunk => OfKey(source, chunk, cells)))
        from shuffled in Gen.Shuffle(made.SelectMany(r => r).ToArray())
        select shuffled.ToImmutableArray();

    private static Gen<ImmutableArray<string?>[]> OfKey(SourceSpec source, ImmutableArray<string?>[] rows, Cells cells)
    {
        var life = source.Lifetime!;
        int key = source.Columns.IndexOf(source.OnlyKey!), begin = Index(source, life.From), end = Index(source, life.To);
        return from moments in cells.Moments.Any.ArrayOf(2 * rows.Length)
               from open in Make.OneIn(2)
               from unborn in Make.OneIn(4)
               let times = InOrder(source.Column(life.From), moments, cells.Moments)
               select rows.Select((row, i) => row
                   .SetItem(key, rows[0][key])
                   .SetItem(begin, unborn && i == 0 && source.Columns[begin].IsOptional ? null : Write(times[2 * i], 0))
                   .SetItem(end, open && i == rows.Length - 1 && source.Columns[end].IsOptional ? null : Write(times[2 * i + 1], life.IsThrough ? -1 : 0))).ToArray();
    }

    // A life through the day before ends when the next may begin.
    private static string Write(object time, int days) => time is DateOnly day
        ? day.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : Moments.Write((Instant)time, null, false);

    private static object[] InOrder(ColumnSpec column, Instant[] moments, Moments all) => column.Kind == ScalarKind.Date
        ? [.. moments.Select(all.Calendar.DateOf).Order().Select(d => (object)d)]
        : [.. moments.OrderBy(m => m.Microseconds).Select(m => (object)m)];

    private static int Index(SourceSpec source, string column) => source.Columns.IndexOf(source.Column(column));
}
