using System.Text;
using MetricsAsCode.Data;
using MetricsAsCode.Data.Reading.Chunks;
using static MetricsAsCode.Tests.Data.Chunks.ChunkedFile;

namespace MetricsAsCode.Tests.Data.Chunks;

public class ChunkedCsvTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Sound_files_hold_the_same_bits_however_they_are_read(int threads)
    {
        for (int seed = 0; seed < 120; seed++)
        {
            var random = new Random(seed);
            byte[] bytes = Encoding.UTF8.GetBytes(RandomCsv.Of(random, 1 + random.Next(60)));
            var frame = TryRead(bytes, RandomCsv.Schema, Small(64 + random.Next(240), threads));
            frame.ShouldNotBeNull($"seed {seed}: {Encoding.UTF8.GetString(bytes)}");
            frame.ShouldBeSameAs(Slow(bytes));
        }
    }

    [Fact]
    public void Large_files_hold_the_same_bits_in_chunks_and_batches_of_the_usual_size()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(RandomCsv.Of(new Random(7), 40_000));
        bytes.Length.ShouldBeGreaterThan(4 << 20);
        TryRead(bytes, RandomCsv.Schema, ChunkSettings.Usual with { Threads = 3 })!.ShouldBeSameAs(Slow(bytes));
    }

    [Fact]
    public void A_sound_file_is_read_by_the_usual_way_in()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(RandomCsv.Of(new Random(3), 50));
        Read(bytes, RandomCsv.Schema, Small(100, 2)).ShouldBeSameAs(Slow(bytes));
        Read(bytes, RandomCsv.Schema, Small(100, 2), BadRows.Quarantine).ShouldBeSameAs(Slow(bytes));
    }

    [Fact]
    public void Room_for_too_few_rows_is_made_again()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(RandomCsv.Of(new Random(1), 50));
        foreach (int expected in new[] { 0, 1, 17, 49, 50, 51 })
            TryRead(bytes, RandomCsv.Schema, Small(90, 2) with { ExpectedRows = expected })!.ShouldBeSameAs(Slow(bytes));
    }

    [Fact]
    public void Only_columns_asked_for_and_keys_are_read()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(RandomCsv.Of(new Random(5), 20));
        var frame = TryRead(bytes, RandomCsv.Schema, Small(90, 2), new HashSet<string> { "rank", "city" })!;
        frame.Columns.Select(c => c.Name).ShouldBe(["id", "city", "rank"]);
        frame.ShouldBeSameAs(CsvFile.Read(new MemoryStream(bytes), "data.csv", RandomCsv.Schema, new HashSet<string> { "rank", "city" }));
    }

    [Fact]
    public void Of_a_column_that_stands_alone_empty_lines_are_missing_cells()
    {
        var schema = new SourceSchema("data", [Csv.Integer("n") with { IsOptional = true }]);
        byte[] bytes = Encoding.UTF8.GetBytes("n\n" + string.Concat(Enumerable.Range(0, 500).Select(i => i % 3 == 0 ? "\n" : $"{i}\n")));
        var frame = TryRead(bytes, schema, Small(64, 3))!;
        frame.RowCount.ShouldBe(500);
        frame.Values<long>("n").Maybe(3).ShouldBeNull();
        frame.Values<long>("n").Maybe(499).ShouldBe(499);
        frame.ShouldBeSameAs(CsvFile.Read(new MemoryStream(bytes), "data.csv", schema));
    }

    [Fact]
    public void A_row_may_span_many_chunks_and_batches()
    {
        var schema = new SourceSchema("data", [Csv.Integer("n"), Csv.Text("t")]);
        string text = string.Concat(Enumerable.Range(0, 40).Select(i => $"{i},\"{new string((char)('a' + i % 26), i * 37)}\n\"\"{i}\"\n"));
        byte[] bytes = Encoding.UTF8.GetBytes("n,t\n" + text);
        var frame = TryRead(bytes, schema, Small(64, 3))!;
        frame.Texts("t").Text(2).ShouldBe(new string('c', 74) + "\n\"2");
        frame.LineOf(39).ShouldBe(2 + 39 * 2);
        frame.ShouldBeSameAs(CsvFile.Read(new MemoryStream(bytes), "data.csv", schema));
    }

    [Fact]
    public void Reading_ends_when_it_is_cancelled()
    {
        using var file = new FileStream(Path.GetTempFileName(), new FileStreamOptions { Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose });
        file.Write(Encoding.UTF8.GetBytes(RandomCsv.Of(new Random(2), 30)));
        file.Position = 0;
        Should.Throw<OperationCanceledException>(() => CsvFile.Read(file, "data.csv", RandomCsv.Schema, null, Small(64, 2), new CancellationToken(canceled: true)));
    }

    private static DataFrame Slow(byte[] bytes) => CsvFile.Read(new MemoryStream(bytes), "data.csv", RandomCsv.Schema);
}
