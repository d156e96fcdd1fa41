using MetricsAsCode.Data;

namespace MetricsAsCode.Tests.Data;

/// <summary>Whole numbers and codes in few bytes read as they were given, whatever their width, start, steps and missing rows.</summary>
public sealed class PackedTests
{
    private static readonly long[] Starts = [0, -3, 1_735_689_600_000_000, long.MinValue, long.MaxValue - 300];

    // The farthest distance from the start, the step between numbers, and the bytes that they need.
    private static readonly (long Farthest, long Step, int Width)[] Forms =
    [
        (255, 1, 1), (256, 1, 2), (65_535, 1, 2), (65_536, 1, 4), (uint.MaxValue, 1, 4), (1L + uint.MaxValue, 1, 8),
        (300_000_000_000, 1_000_000, 4), (30_000_000_000, 1_000, 4), (long.MaxValue, 1, 8), (1_000_000L * uint.MaxValue, 1_000_000, 4), (1_000_001L * uint.MaxValue, 1, 8),
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Numbers_read_as_they_were(int seed)
    {
        var random = new Random(seed);
        foreach (var form in Forms)
            CheckNumbers(random, form);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Codes_read_as_they_were(int seed)
    {
        var random = new Random(seed);
        var (count, width) = new[] { (1, 1), (255, 1), (256, 2), (65_535, 2), (65_536, 4) }[seed % 5];
        var dictionary = new TextDictionary();
        for (int code = 0; code < count; code++)
            dictionary.Add($"{code}");
        int[] codes = [.. Enumerable.Range(0, random.Next(1, 700)).Select(_ => random.Next(-1, count))];
        var column = new TextColumn("t", codes, dictionary);
        column.Width.ShouldBe(width);
        column.Codes.ToArray().ShouldBe(codes);
        column.Codes.Length.ShouldBe(codes.Length);
        int from = random.Next(codes.Length), length = random.Next(codes.Length - from + 1);
        column.Codes.Slice(from, new int[length]).ToArray().ShouldBe(codes[from..(from + length)]);
        for (int row = 0; row < codes.Length; row++)
            column.Codes[row].ShouldBe(codes[row]);
    }

    [Fact]
    public void A_column_without_a_known_row_has_its_length()
    {
        var column = new ValueColumn<long>("n", new ColumnType(ColumnKind.Integer), [long.MinValue, long.MaxValue], new Bitmap(2));
        (column.Length, column.Values.Length, column.Maybe(0), column.Maybe(1)).ShouldBe((2, 2, null, null));
        new ValueColumn<long>("n", new ColumnType(ColumnKind.Integer), []).Values.ToArray().ShouldBeEmpty();
    }

    private static void CheckNumbers(Random random, (long Farthest, long Step, int Width) form)
    {
        var (farthest, step, width) = form;
        var start = Starts[random.Next(Starts.Length)] is var wanted && wanted > long.MaxValue - farthest ? long.MaxValue - farthest : wanted;
        var values = new long[random.Next(2, 700)];
        for (int row = 0; row < values.Length; row++)
            values[row] = start + (random.NextInt64(farthest / step) * step);
        (values[random.Next(values.Length / 2)], values[^1]) = (start, start + (farthest / step * step));
        var known = random.Next(2) == 0 ? null : Unknown(random, values, start);
        var column = new ValueColumn<long>("n", new ColumnType(ColumnKind.Integer), [.. values, 77, -99], known, values.Length);
        column.Width.ShouldBe(width);
        Check(column, values, random);
    }

    private static void Check(ValueColumn<long> column, long[] values, Random random)
    {
        column.Values.Length.ShouldBe(values.Length);
        int from = random.Next(values.Length), length = random.Next(values.Length - from + 1);
        var slice = column.Values.Slice(from, new long[length]).ToArray();
        long[] all = column.Values.ToArray();
        for (int row = 0; row < values.Length; row++)
        {
            if (!column.IsKnown(row))
                continue;
            (column[row], all[row], column.Values[row]).ShouldBe((values[row], values[row], values[row]));
            if (row >= from && row < from + length)
                slice[row - from].ShouldBe(values[row]);
        }
    }

    // What stands at a missing row is anything, and says nothing about the width.
    private static Bitmap Unknown(Random random, long[] values, long start)
    {
        var known = Bitmap.All(values.Length);
        for (int row = 1; row < values.Length - 1; row++)
        {
            if (random.Next(4) != 0 || values[row] == start)
                continue;
            known[row] = false;
            values[row] = random.NextInt64();
        }

        return known;
    }
}
