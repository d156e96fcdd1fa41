using System.Collections.Frozen;
using MetricsAsCode.Data.Reading;
using MetricsAsCode.Data.Reading.Chunks;

namespace MetricsAsCode.Data;

/// <summary>
/// Reads CSV files (RFC 4180, UTF-8, a header line, commas) into frames, checked against the contract of their source.
/// <list type="number">
/// <item>An empty cell is missing; in a text column <c>""</c> is the empty text. Blanks are part of their cell.</item>
/// <item>Integer: digits with an optional sign. Number: invariant, finite. Decimal and money: exact; more digits after the point than the scale are an error.</item>
/// <item>Boolean: true, false, 1, 0 in any case. Date: <c>2026-07-01</c>. Timestamp: ISO 8601, an offset wins over the column's zone; a local time that
/// occurs twice is the first instant, one that a clock change skips moves forward by the gap. Duration: <c>PT1H30M</c> or <c>2 hours</c>.</item>
/// <item>Memory is bounded by the values kept: a cell may have 1 MiB, a row 16 MiB, and a file may be a pipe.</item>
/// </list>
/// </summary>
public static class CsvFile
{
    private const int MostRowsPerBatch = 4096;

    /// <summary>Reads the declared columns of a file, its keys always. All errors of the file are collected.</summary>
    /// <param name="path">The file; also the name errors call it by.</param>
    /// <param name="schema">The contract. The header must name all its columns.</param>
    /// <param name="columns">The declared names of the columns to parse; null for all. Others are neither parsed nor checked.</param>
    /// <param name="cancellation">Looked at between batches of rows.</param>
    /// <param name="badRows">What becomes of rows that break the contract.</param>
    /// <exception cref="DataException">The file cannot be read or breaks the contract.</exception>
    /// <exception cref="ArgumentException">A name in <paramref name="columns"/> is not declared.</exception>
    public static DataFrame Read(string path, SourceSchema schema, IReadOnlySet<string>? columns = null, CancellationToken cancellation = default, BadRows badRows = BadRows.Fail)
    {
        using var stream = FileOpening.Open(path);
        try
        {
            return Read(stream, path, schema, columns, ChunkSettings.Usual, cancellation, badRows);
        }
        catch (IOException e)
        {
            throw FileOpening.Failed(path, $"the file cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Reads CSV from a stream, which need not be able to seek.</summary>
    /// <param name="stream">The bytes, from the current position to the end.</param>
    /// <param name="file">The name that errors call the file by.</param>
    /// <param name="schema">The contract.</param>
    /// <param name="columns">The declared names of the columns to parse; null for all.</param>
    /// <param name="cancellation">Looked at between batches of rows.</param>
    /// <param name="badRows">What becomes of rows that break the contract.</param>
    /// <exception cref="DataException">The text breaks the contract.</exception>
    public static DataFrame Read(Stream stream, string file, SourceSchema schema, IReadOnlySet<string>? columns = null, CancellationToken cancellation = default, BadRows badRows = BadRows.Fail) =>
        Read(stream, file, schema, columns, CsvBuffer.SizeFor(stream), cancellation, badRows);

    /// <summary>Reads a file by all processors if it is large and sound, else from its beginning by one.</summary>
    internal static DataFrame Read(FileStream stream, string file, SourceSchema schema, IReadOnlySet<string>? columns, ChunkSettings settings, CancellationToken cancellation, BadRows badRows = BadRows.Fail)
    {
        if (ChunkedCsv.TryRead(stream, file, schema, columns, settings, badRows, cancellation) is { } frame)
            return frame;
        if (stream.CanSeek)
            stream.Position = 0;
        return Read(stream, file, schema, columns, cancellation, badRows);
    }

    internal static DataFrame Read(Stream stream, string file, SourceSchema schema, IReadOnlySet<string>? columns, int bufferSize, CancellationToken cancellation, BadRows badRows = BadRows.Fail)
    {
        var wanted = WantedColumns.Of(schema, columns);
        var log = new ErrorLog(badRows, file);
        var scanner = new CsvScanner(stream, log, bufferSize);
        var header = ReadHeader(scanner, log);
        scanner.Select(MatchHeader(scanner, header, schema, wanted, log));
        var batch = new CsvBatch(wanted.Count, Math.Min(MostRowsPerBatch, bufferSize));
        var frame = new FrameBuilder(schema, wanted, file, header.Lines[0], log);
        while (scanner.Read(batch) && frame.Append(batch))
            cancellation.ThrowIfCancellationRequested();
        return frame.Build(absent: FrozenSet<string>.Empty);
    }

    private static CsvBatch ReadHeader(CsvScanner scanner, ErrorLog log)
    {
        if (scanner.ReadHeader() is { } header)
            return header;
        if (log.Count == 0)
            log.Add(0, 0, null, null, "the file is empty. Its first line must name the columns.");
        log.ThrowIfAny();
        throw new InvalidOperationException("An error was logged and not thrown.");
    }

    private static int[] MatchHeader(CsvScanner scanner, CsvBatch header, SourceSchema schema, List<ColumnSchema> wanted, ErrorLog log)
    {
        var columnOfSlot = CsvHeader.Match(header, schema, wanted, log);
        if (log.Count > 0)
            scanner.LogObstacle();
        log.ThrowIfAny();
        return columnOfSlot;
    }
}
