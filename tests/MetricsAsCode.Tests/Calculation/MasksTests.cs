using System.Numerics;
using MetricsAsCode.Calculation;
using MetricsAsCode.Data;

namespace MetricsAsCode.Tests.Calculation;

// The reference is the three-valued comparison of single values.

/// <summary>Conditions over whole blocks hold where the comparison of single values is known to be true.</summary>
public sealed class MasksTests
{
    private static readonly int[] Lengths = [0, 1, 15, 16, 17, 63, 64, 65, 200, 4096];
    private readonly Random random = new(7);

    private delegate void Test<T>(Cells<T> cells, T constant, Span<ulong> hits) where T : unmanaged;

    private delegate void Pair<T>(Cells<T> left, Cells<T> right, Span<ulong> hits) where T : unmanaged;

    [Fact]
    public void Of_integers() => Check(() => random.Next(3) == 0 ? long.MinValue : random.Next(-2, 3));

    [Fact]
    public void Of_days() => Check(() => random.Next(-2, 3));

    [Fact]
    public void Of_numbers() => Check(() => random.Next(-2, 3) / 2.0);

    // Few texts have codes of one byte, many codes of two or four.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(400, 2)]
    [InlineData(70_000, 4)]
    public void Of_texts(int others, int width)
    {
        var dictionary = new TextDictionary();
        for (int other = 0; other < others; other++)
            dictionary.Add($"other {other}");
        foreach (int length in Lengths)
        {
            string?[] texts = [.. Enumerable.Range(0, length).Select(_ => random.Next(5) switch { 0 => null, 1 => "a", 2 => "b", 3 => "c", _ => "d" })];
            var column = new TextColumn("t", [.. texts.Select(t => t is null ? -1 : dictionary.Add(t))], dictionary);
            column.Width.ShouldBe(width);
            var block = new Block(new OneTable(new DataFrame("t", length, [column])), [], 0, length);
            foreach (string text in new[] { "a", "d", "absent" })
            {
                Same(length, hits => Masks.Equal(block.Texts("t"), text, hits), row => texts[row] == text);
                Same(length, hits => Masks.NotEqual(block.Texts("t"), text, hits), row => texts[row] is { } known && known != text);
            }

            Same(length, hits => Masks.Among(block.Texts("t"), hits, "a", "absent", "c"), row => texts[row] is "a" or "c");
            Same(length, hits => Masks.NotAmong(block.Texts("t"), hits, "a", "absent", "c"), row => texts[row] is "b" or "d");
            Same(length, hits => Masks.Known(block.Texts("t"), hits), row => texts[row] is not null);
            Same(length, hits => Masks.Missing(block.Texts("t"), hits), row => texts[row] is null);
        }
    }

    // Kills: a bound that is rounded the wrong way, one beyond the bytes that wraps round, a missing row that is taken for the smallest.
    [Theory]
    [InlineData(-3, 1, 10, 1)]
    [InlineData(0, 1, 255, 1)]
    [InlineData(7, 1, 60_000, 2)]
    [InlineData(1_000_000, 1, 3_000_000_000, 4)]
    [InlineData(1_700_000_000_000_000, 1_000_000, 40_000_000_000_000, 4)]
    [InlineData(long.MaxValue - 300, 1, 300, 2)]
    public void Of_packed_integers(long start, long step, long farthest, int width)
    {
        foreach (int length in Lengths.Where(l => l > 1))
        {
            long[] values = [start, start + farthest, .. Enumerable.Range(2, length - 2).Select(_ => start + (random.NextInt64(farthest / step) * step))];
            var known = Known(length);
            (known[0], known[1]) = (true, true);
            var column = new ValueColumn<long>("n", new ColumnType(ColumnKind.Integer), values, known);
            column.Width.ShouldBe(width);
            var block = new Block(new OneTable(new DataFrame("t", length, [column])), [], 0, length);
            foreach (long constant in new[] { long.MinValue, start - step, start - 1, start, start + 1, start + (farthest / step / 2 * step), values[^1], start + farthest - 1, start + farthest, unchecked(start + farthest + 1), long.MaxValue })
            {
                Same(length, hits => Masks.Equal(block.Cells<long>("n"), constant, hits), row => known[row] && values[row] == constant);
                Same(length, hits => Masks.NotEqual(block.Cells<long>("n"), constant, hits), row => known[row] && values[row] != constant);
                Same(length, hits => Masks.Less(block.Cells<long>("n"), constant, hits), row => known[row] && values[row] < constant);
                Same(length, hits => Masks.LessOrEqual(block.Cells<long>("n"), constant, hits), row => known[row] && values[row] <= constant);
                Same(length, hits => Masks.Greater(block.Cells<long>("n"), constant, hits), row => known[row] && values[row] > constant);
                Same(length, hits => Masks.GreaterOrEqual(block.Cells<long>("n"), constant, hits), row => known[row] && values[row] >= constant);
            }

            Same(length, hits => Masks.Less(block.Cells<long>("n"), block.Cells<long>("n"), hits), _ => false);
            Same(length, hits => Masks.Known(block.Cells<long>("n"), hits), row => known[row]);
            Same(length, hits => Masks.Missing(block.Cells<long>("n"), hits), row => !known[row]);
        }
    }

    [Fact]
    public void Of_truths()
    {
        foreach (int length in Lengths)
        {
            bool[] truths = [.. Enumerable.Range(0, length).Select(_ => random.Next(2) == 0)];
            var known = Known(length);
            Same(length, hits => Masks.True(new Cells<bool>(truths, known.Words), hits), row => known[row] && truths[row]);
            Same(length, hits => Masks.False(new Cells<bool>(truths, known.Words), hits), row => known[row] && !truths[row]);
            Same(length, hits => Masks.True(new Cells<bool>(truths, []), hits), row => truths[row]);
        }
    }

    private void Check<T>(Func<T> next)
        where T : unmanaged, INumber<T>
    {
        (Test<T> Test, Pair<T> Pair, Func<T, T, bool> Holds)[] comparisons =
        [
            (Masks.Equal, Masks.Equal, (a, b) => a == b),
            (Masks.NotEqual, Masks.NotEqual, (a, b) => a != b),
            (Masks.Less, Masks.Less, (a, b) => a < b),
            (Masks.LessOrEqual, Masks.LessOrEqual, (a, b) => a <= b),
            (Masks.Greater, Masks.Greater, (a, b) => a > b),
            (Masks.GreaterOrEqual, Masks.GreaterOrEqual, (a, b) => a >= b),
        ];
        foreach (int length in Lengths)
        {
            T[] left = [.. Enumerable.Range(0, length).Select(_ => next())], right = [.. Enumerable.Range(0, length).Select(_ => next())];
            var (known, other) = (Known(length), Known(length));
            var constant = next();
            foreach (var (test, pair, holds) in comparisons)
            {
                Same(length, hits => test(new Cells<T>(left, []), constant, hits), row => holds(left[row], constant));
                Same(length, hits => test(new Cells<T>(left, known.Words), constant, hits), row => known[row] && holds(left[row], constant));
                Same(length, hits => pair(new Cells<T>(left, known.Words), new Cells<T>(right, other.Words), hits), row => known[row] && other[row] && holds(left[row], right[row]));
            }

            Same(length, hits => Masks.Known(new Cells<T>(left, known.Words), hits), row => known[row]);
            Same(length, hits => Masks.Missing(new Cells<T>(left, known.Words), hits), row => !known[row]);
            Same(length, hits => Masks.Missing(new Cells<T>(left, []), hits), _ => false);
        }
    }

    private delegate void Fill(Span<ulong> hits);

    // What stood in the words before does not count.
    private static void Same(int length, Fill fill, Func<int, bool> holds)
    {
        var hits = new ulong[(length + 63) >> 6];
        Array.Fill(hits, 0xAAAA_AAAA_AAAA_AAAA);
        fill(hits);
        Enumerable.Range(0, hits.Length * 64).Where(row => Bits.IsSet(hits, row)).ShouldBe(Enumerable.Range(0, length).Where(holds));
    }

    private Bitmap Known(int length)
    {
        var known = Bitmap.All(length);
        for (int row = 0; row < length; row++)
            known[row] = random.Next(3) > 0;
        return known;
    }

    private sealed class OneTable(DataFrame frame) : IRowTables
    {
        public long AsOf => throw new NotSupportedException();

        public DataFrame Table(scoped ReadOnlySpan<string> references) => frame;

        public ReadOnlySpan<int> Link(scoped ReadOnlySpan<string> references) => throw new NotSupportedException();

        public int DateOf(long microseconds) => throw new NotSupportedException();

        public long StartOf(int date) => throw new NotSupportedException();

        public int HourOf(long microseconds) => throw new NotSupportedException();
    }
}
