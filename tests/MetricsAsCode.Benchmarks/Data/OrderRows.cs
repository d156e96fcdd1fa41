using System.Buffers.Text;

namespace MetricsAsCode.Benchmarks.Data;

// 1. Rows are drawn in chunks, each from a stream of random numbers of its own: any chunk can be written first, and a file's bytes depend on the number of rows only.
// 2. Times ascend like an append log's, from the first to the last second of 2025, but a row's own time lies up to six hours off, most rows' less than two.
// 3. There is a customer for every ten rows. Of the n customers, the one of rank r is drawn with probability sqrt((r + 1) / n) - sqrt(r / n):
//    the best has some thousand orders of 20 million, the worst about five. Ranks are scattered over the ids by a multiplication.
// 4. Customers appear in the course of the year: at its start a quarter of the ranks is drawn from, at its end all of them.
// 5. Amounts are 1.00 to 900.00 in whole cents, half of them below 114; a rating is missing in three rows of five, and 4 or 5 in most others.

/// <summary>Writes rows of <c>orders.csv</c>. Every number is computed by integers alone, so that the bytes are the same on every machine.</summary>
internal sealed class OrderRows(long rows)
{
    /// <summary>Rows of a chunk.</summary>
    public const int ChunkRows = 1 << 16;

    /// <summary>No row is longer, in bytes.</summary>
    public const int LongestRow = 120;

    private const ulong Seed = 20_250_101;
    private const int Jitter = 6 * 3600;
    private const int SecondsOfYear = 365 * 86_400;
    private const ulong Scatter = 2_654_435_761;

    private readonly uint customers = (uint)Math.Max(1, rows / 10);

    public static ReadOnlySpan<byte> Header => "order_id,customer_id,placed_at,status,channel,city,amount,rating\n"u8;

    public long Chunks => (rows + ChunkRows - 1) / ChunkRows;

    /// <summary>Writes the rows of one chunk and returns how many bytes they take.</summary>
    public int Write(long chunk, Span<byte> into)
    {
        var random = new RandomNumbers(Seed + ((ulong)chunk << 32));
        int length = 0;
        for (long row = chunk * ChunkRows, end = Math.Min(rows, row + ChunkRows); row < end; row++)
            length += WriteRow(row, ref random, into[length..]);
        return length;
    }

    private int WriteRow(long row, ref RandomNumbers random, Span<byte> into)
    {
        var line = new LineWriter(into);
        line.Number(row + 1);
        line.Number(CustomerOf(row, ref random));
        line.Time(SecondOf(row, ref random));
        line.Text(OrderChoices.Status.Draw(ref random));
        line.Text(OrderChoices.Channel.Draw(ref random));
        line.Text(OrderChoices.City.Draw(ref random));
        line.Cents(CentsOf(ref random));
        line.Rating(random.Bits());
        return line.End();
    }

    private long CustomerOf(long row, ref RandomNumbers random)
    {
        ulong known = Math.Max(1, (customers / 4) + ((ulong)(customers - (customers / 4)) * (ulong)row / (ulong)rows));
        ulong u = random.Bits();
        ulong rank = ((u * u) >> 32) * known >> 32;
        return (long)(rank * Scatter % customers) + 1;
    }

    // Times that would lie outside the year are mirrored into it.
    private int SecondOf(long row, ref RandomNumbers random)
    {
        int second = (int)(row * SecondsOfYear / rows) + (int)random.Below(Jitter) - (int)random.Below(Jitter);
        return second < 0 ? -second : second >= SecondsOfYear ? (2 * SecondsOfYear) - second - 1 : second;
    }

    private static uint CentsOf(ref RandomNumbers random)
    {
        ulong u = random.Bits();
        return 100 + (uint)((((u * u) >> 32) * u >> 32) * 89_901 >> 32);
    }

    private ref struct LineWriter(Span<byte> line)
    {
        private static readonly byte[] Days = DaysOf2025();
        private readonly Span<byte> line = line;
        private int length;

        public void Number(long number)
        {
            Utf8Formatter.TryFormat(number, line[length..], out int written);
            length += written;
            line[length++] = (byte)',';
        }

        public void Text(ReadOnlySpan<byte> text)
        {
            text.CopyTo(line[length..]);
            length += text.Length;
            line[length++] = (byte)',';
        }

        public void Time(int second)
        {
            Days.AsSpan(second / 86_400 * 10, 10).CopyTo(line[length..]);
            length += 10;
            line[length++] = (byte)'T';
            Two(second / 3600 % 24, ':');
            Two(second / 60 % 60, ':');
            Two(second % 60, 'Z');
            line[length++] = (byte)',';
        }

        public void Cents(uint cents)
        {
            Utf8Formatter.TryFormat(cents / 100, line[length..], out int written);
            length += written;
            line[length++] = (byte)'.';
            Two((int)(cents % 100), ',');
        }

        public void Rating(uint bits)
        {
            uint place = (uint)((bits * 100UL) >> 32);
            if (place < 40)
                line[length++] = (byte)('0' + (place < 3 ? 1 : place < 6 ? 2 : place < 12 ? 3 : place < 24 ? 4 : 5));
        }

        public int End()
        {
            line[length++] = (byte)'\n';
            return length;
        }

        private void Two(int number, char after)
        {
            line[length] = (byte)('0' + (number / 10));
            line[length + 1] = (byte)('0' + (number % 10));
            line[length + 2] = (byte)after;
            length += 3;
        }

        private static byte[] DaysOf2025() =>
            [.. Enumerable.Range(0, 365).SelectMany(d => new DateOnly(2025, 1, 1).AddDays(d).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).Select(c => (byte)c)];
    }
}
