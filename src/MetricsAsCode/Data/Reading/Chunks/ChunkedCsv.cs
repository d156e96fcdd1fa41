using System.Collections.Frozen;
using MetricsAsCode.Threads;

namespace MetricsAsCode.Data.Reading.Chunks;

// 1. A large file whose every row is sound is read by all processors: chunks are counted, split and parsed as they come from the file, each cell
//    straight to its place in the column (ChunkedRead).
// 2. Whatever is odd (a cell that does not parse or is not allowed, too few cells, a stray quote, a lone CR, an empty line, bytes that are not UTF-8,
//    a row of a megabyte) ends that, and CsvFile reads the file again from the beginning, which words every error. So nothing here words one.
// 3. What is read is the same to the bit as what CsvFile reads, whatever the threads.

/// <summary>Reads large files of sound rows fast.</summary>
internal static class ChunkedCsv
{
    private const int HeaderBuffer = 1 << 16;

    /// <summary>The frame of a file; null when it has to be read the slow way. The stream is then anywhere.</summary>
    /// <exception cref="DataException">Keys are not unique.</exception>
    public static DataFrame? TryRead(FileStream stream, string file, SourceSchema schema, IReadOnlySet<string>? columns, ChunkSettings settings, BadRows badRows, CancellationToken cancellation)
    {
        if (!BitConverter.IsLittleEndian || !stream.CanSeek || stream.Length < settings.SmallestFile)
            return null;
        var wanted = WantedColumns.Of(schema, columns);
        var log = new ErrorLog(badRows, file);
        var scanner = new CsvScanner(stream, log, HeaderBuffer);
        if (scanner.ReadHeader() is not { } header)
            return null;
        int[] columnOfSlot = CsvHeader.Match(header, schema, wanted, log);
        var handle = stream.SafeFileHandle;
        long end = RandomAccess.GetLength(handle);
        var body = new CsvBody(handle, scanner.Position, end - LineEnd(handle, end), header.SlotCount, columnOfSlot);
        if (log.Count > 0 || body.Length <= 0 || Read(body, wanted, settings, cancellation) is not var (read, targets))
            return null;
        var origin = LineJumps.OriginOf(read.Jumps, file, header.Lines[0], scanner.Line, read.Shares.RowCount);
        var frame = new DataFrame(schema.Name, read.Shares.RowCount, Build(targets, read.Shares), origin) { Absent = FrozenSet<string>.Empty };
        return SoundRows.Of(frame, schema, log);
    }

    /// <summary>The columns, each thread finishing the next one that is left.</summary>
    private static Column[] Build(ColumnTarget[] targets, RowShares rows)
    {
        var columns = new Column[targets.Length];
        int next = -1;
        SideBySide.Run(Math.Max(1, Math.Min(rows.Threads, targets.Length)), _ =>
        {
            while (Interlocked.Increment(ref next) is var target && target < targets.Length)
                columns[target] = targets[target].Build(rows);
        });
        return columns;
    }

    /// <summary>Reads with room for an estimate of the rows and, when that was too little, for their number.</summary>
    private static (ChunkedRead, ColumnTarget[])? Read(CsvBody body, List<ColumnSchema> wanted, ChunkSettings settings, CancellationToken cancellation)
    {
        long rows = settings.ExpectedRows ?? body.EstimateRows();
        while (rows <= Array.MaxLength)
        {
            ColumnTarget[] targets = [.. wanted.Select(c => ColumnTargets.For(c, (int)rows)).OfType<ColumnTarget>()];
            if (targets.Length < wanted.Count)
                return null;
            var read = new ChunkedRead(body, targets, (int)rows, settings, cancellation);
            switch (read.Run())
            {
                case ChunkedEnd.Read:
                    return (read, targets);
                case ChunkedEnd.Abandoned:
                    return null;
                default:
                    rows = read.RowCount;
                    break;
            }
        }

        return null;
    }

    /// <summary>The length of the line end at the end of a file: what stands behind it is no row.</summary>
    private static int LineEnd(Microsoft.Win32.SafeHandles.SafeFileHandle file, long end)
    {
        Span<byte> last = [0];
        return end > 0 && RandomAccess.Read(file, last, end - 1) == 1 && last[0] == '\n' ? 1 : 0;
    }
}
