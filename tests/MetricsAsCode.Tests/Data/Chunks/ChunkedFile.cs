using System.Text;
using MetricsAsCode.Data;
using MetricsAsCode.Data.Reading.Chunks;

namespace MetricsAsCode.Tests.Data.Chunks;

/// <summary>Reads bytes as a file in chunks of a few bytes, so that their ends fall everywhere.</summary>
internal static class ChunkedFile
{
    public static ChunkSettings Small(int chunkSize, int threads) => new() { ChunkSize = chunkSize, BatchSize = 64, Overlap = 32, SmallestFile = 1, Threads = threads };

    /// <summary>The frame; null when the file is not surely sound.</summary>
    public static DataFrame? TryRead(byte[] bytes, SourceSchema schema, ChunkSettings settings, IReadOnlySet<string>? columns = null)
    {
        using var file = FileOf(bytes);
        return ChunkedCsv.TryRead(file, "data.csv", schema, columns, settings, BadRows.Fail, CancellationToken.None);
    }

    /// <summary>The frame as everybody reads it: in chunks, or else from the beginning.</summary>
    public static DataFrame Read(byte[] bytes, SourceSchema schema, ChunkSettings settings, BadRows badRows = BadRows.Fail)
    {
        using var file = FileOf(bytes);
        return CsvFile.Read(file, "data.csv", schema, null, settings, CancellationToken.None, badRows);
    }

    public static DataFrame ReadSound(byte[] bytes, params ColumnSchema[] columns) =>
        TryRead(bytes, new SourceSchema("data", columns), Small(chunkSize: 70, threads: 2)) ?? throw new InvalidOperationException($"Not read in chunks: {Encoding.UTF8.GetString(bytes)}");

    /// <summary>Both frames hold the same bits.</summary>
    public static void ShouldBeSameAs(this DataFrame frame, DataFrame expected)
    {
        frame.RowCount.ShouldBe(expected.RowCount);
        frame.Columns.Select(c => c.Name).ShouldBe(expected.Columns.Select(c => c.Name));
        foreach (var (column, other) in frame.Columns.Zip(expected.Columns))
        {
            column.Type.ShouldBe(other.Type);
            column.Known?.Words.ToArray().ShouldBe(other.Known?.Words.ToArray(), column.Name);
            (column.Known is null).ShouldBe(other.Known is null, column.Name);
            Contents(column).ShouldBe(Contents(other), column.Name);
        }

        frame.Origin!.HeaderLine.ShouldBe(expected.Origin!.HeaderLine);
        Enumerable.Range(0, frame.RowCount).Select(frame.LineOf).ShouldBe(Enumerable.Range(0, frame.RowCount).Select(expected.LineOf));
        frame.Rejected.ShouldBe(expected.Rejected);
    }

    private static string Contents(Column column) => column switch
    {
        TextColumn texts => string.Join(' ', texts.Codes.ToArray()) + "|" + string.Join('|', texts.Dictionary),
        ValueColumn<long> values => string.Join(' ', values.Values.ToArray()),
        ValueColumn<int> values => string.Join(' ', values.Values.ToArray()),
        ValueColumn<bool> values => string.Join(' ', values.Values.ToArray()),
        ValueColumn<double> values => string.Join(' ', values.Values.ToArray().Select(BitConverter.DoubleToInt64Bits)),
        _ => throw new InvalidOperationException(column.Type.ToString()),
    };

    private static FileStream FileOf(byte[] bytes)
    {
        var file = new FileStream(Path.GetTempFileName(), new FileStreamOptions { Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose, BufferSize = 0 });
        file.Write(bytes);
        file.Position = 0;
        return file;
    }
}
