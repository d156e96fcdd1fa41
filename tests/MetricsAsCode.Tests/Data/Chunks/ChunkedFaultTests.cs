using System.Text;
using MetricsAsCode.Data;
using static MetricsAsCode.Tests.Data.Chunks.ChunkedFile;

namespace MetricsAsCode.Tests.Data.Chunks;

public class ChunkedFaultTests
{
    private static readonly SourceSchema Orders = new("data",
    [
        Csv.Integer("id") with { IsKey = true },
        Csv.Text("status") with { AllowedTexts = ["paid", "open"] },
        Csv.Text("note") with { IsOptional = true },
        Csv.Of("amount", ColumnKind.Money, 2) with { Low = 0 },
        Csv.Of("at", ColumnKind.Timestamp),
    ]);

    [Theory]
    [InlineData("x,paid,,1.00,2026-01-01")]
    [InlineData(",paid,,1.00,2026-01-01")]
    [InlineData("9000,late,,1.00,2026-01-01")]
    [InlineData("9000,,,1.00,2026-01-01")]
    [InlineData("9000,paid,,1.001,2026-01-01")]
    [InlineData("9000,paid,,-1.00,2026-01-01")]
    [InlineData("9000,paid,,1.00,2026-02-30T00:00:00")]
    [InlineData("9000,paid,,1.00")]
    [InlineData("9000,paid,,1.00,2026-01-01,")]
    [InlineData("9000,paid,,1.00,2026-01-01\n9001,paid,,1.00,2026-01-01,5,6,7,8,9")]
    [InlineData("9000,paid,a\"b,1.00,2026-01-01")]
    [InlineData("9000,paid,a\"\"b,1.00,2026-01-01")]
    [InlineData("9000,paid,\"a\"b,1.00,2026-01-01")]
    [InlineData("9000,paid,\"a\" ,1.00,2026-01-01")]
    [InlineData("9000,paid,\"a\"\",1.00,2026-01-01")]
    [InlineData("9000,paid,\",1.00,2026-01-01")]
    [InlineData("9000,paid,\r,1.00,2026-01-01")]
    [InlineData("9000,paid,,1.00,2026-01-01\r\r")]
    [InlineData("9000,paid,\0,1.00,2026-01-01")]
    [InlineData("")]
    public void What_is_odd_is_read_from_the_beginning_and_worded_there(string row)
    {
        foreach (int at in new[] { 0, 1, 7, 18, 40 })
        {
            byte[] bytes = Encoding.UTF8.GetBytes(WithRow(row, at));
            TryRead(bytes, Orders, Small(80, 2)).ShouldBeNull(Encoding.UTF8.GetString(bytes));
            Outcome(() => Read(bytes, Orders, Small(80, 2))).ShouldBe(Outcome(() => Slow(bytes)));
            Outcome(() => Read(bytes, Orders, Small(80, 2), BadRows.Quarantine)).ShouldBe(Outcome(() => Slow(bytes, BadRows.Quarantine)));
        }
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_odd_wherever_they_stand()
    {
        foreach (byte[] bad in new byte[][] { [0xC3], [0xFF], [0xED, 0xA0, 0x80], [0xE2, 0x82] })
        {
            byte[] bytes = [.. Encoding.UTF8.GetBytes(WithRow("", 20)[..^1]), .. "9000,paid,"u8, .. bad, .. ",1.00,2026-01-01\n"u8];
            TryRead(bytes, Orders, Small(80, 2)).ShouldBeNull();
            Outcome(() => Read(bytes, Orders, Small(80, 2))).ShouldBe(Outcome(() => Slow(bytes)));
        }
    }

    [Fact]
    public void A_key_that_occurs_twice_is_told_the_same_way()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(WithRow("7,paid,\"two\nlines\",1.00,2026-01-01\n7,paid,,1.00,2026-01-01", 30));
        string error = Outcome(() => TryRead(bytes, Orders, Small(80, 2)));
        error.ShouldContain("`7` is already the key of line 9");
        error.ShouldBe(Outcome(() => Slow(bytes)));
    }

    [Fact]
    public void A_cell_of_more_than_a_megabyte_is_odd()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(WithRow($"9000,paid,{new string('a', 1 << 20)},1.00,2026-01-01", 3));
        TryRead(bytes, Orders, Small(1 << 12, 2) with { BatchSize = 1 << 10 }).ShouldBeNull();
        byte[] tooLong = Encoding.UTF8.GetBytes(WithRow($"9000,paid,{new string('a', (1 << 20) + 1)},1.00,2026-01-01", 3));
        Outcome(() => Read(tooLong, Orders, Small(1 << 12, 2) with { BatchSize = 1 << 10 })).ShouldBe(Outcome(() => Slow(tooLong)));
    }

    [Fact]
    public void Whatever_bytes_a_file_holds_it_comes_out_as_from_the_slow_reader()
    {
        ReadOnlySpan<byte> replacements = [0, (byte)'"', (byte)',', (byte)'\n', (byte)'\r', (byte)'9', 0xC3, (byte)'-', (byte)'.'];
        int read = 0, refused = 0;
        for (int seed = 0; seed < 600; seed++)
        {
            var random = new Random(seed);
            byte[] bytes = Encoding.UTF8.GetBytes(RandomCsv.Of(random, 1 + random.Next(12)));
            int at = random.Next(bytes.Length);
            if (random.Next(5) == 0)
                bytes = [.. bytes[..at], .. bytes[(at + 1)..]];
            else
                bytes[at] = replacements[random.Next(replacements.Length)];
            string expected = Outcome(() => CsvFile.Read(new MemoryStream(bytes), "data.csv", RandomCsv.Schema));
            Outcome(() => Read(bytes, RandomCsv.Schema, Small(64 + random.Next(100), 2))).ShouldBe(expected, $"seed {seed}");
            if (expected.StartsWith("rows", StringComparison.Ordinal))
            {
                read++;
                Read(bytes, RandomCsv.Schema, Small(64, 1)).ShouldBeSameAs(CsvFile.Read(new MemoryStream(bytes), "data.csv", RandomCsv.Schema));
            }
            else
            {
                refused++;
            }
        }

        read.ShouldBeGreaterThan(60);
        refused.ShouldBeGreaterThan(200);
    }

    /// <summary>A file of 40 sound rows and another one.</summary>
    private static string WithRow(string row, int at)
    {
        var lines = Enumerable.Range(0, 40).Select(i => $"{i},{(i % 3 == 0 ? "paid" : "open")},{(i % 4 == 0 ? "\"a, \"\"b\"\"\"" : "")},{i}.50,2026-01-01T00:00:{i:00}").ToList();
        lines.Insert(at, row);
        return "id,status,note,amount,at\n" + string.Join('\n', lines) + "\n";
    }

    private static DataFrame Slow(byte[] bytes, BadRows badRows = BadRows.Fail) => CsvFile.Read(new MemoryStream(bytes), "data.csv", Orders, badRows: badRows);

    /// <summary>The errors, or the number of rows and the errors of those set aside.</summary>
    private static string Outcome(Func<DataFrame?> read)
    {
        try
        {
            var frame = read()!;
            return $"rows {frame.RowCount} {string.Join('\n', frame.Rejected)}";
        }
        catch (DataException e)
        {
            return e.Message;
        }
    }
}
