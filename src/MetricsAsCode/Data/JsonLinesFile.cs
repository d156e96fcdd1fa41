using System.Collections.Frozen;
using MetricsAsCode.Data.Reading;

namespace MetricsAsCode.Data;

/// <summary>
/// Reads JSON lines (one object to a line, UTF-8) into frames, checked against the contract of their source.
/// <list type="number">
/// <item>A column is the property of its name, or of its name in the file: <c>plan</c>, or <c>properties.plan</c> for one inside an object. Other properties do not matter.</item>
/// <item><c>null</c> and a property that is not there are missing; <c>""</c> is the empty text.</item>
/// <item>Numeric columns take numbers as they are written, booleans <c>true</c> and <c>false</c>; every type takes a string that is written like a cell of <see cref="CsvFile"/>.</item>
/// <item>Empty lines are passed over. Memory is bounded by the values kept: a line may have 16 MiB.</item>
/// </list>
/// </summary>
public static class JsonLinesFile
{
    /// <summary>Reads the declared columns of a file, its keys always. All errors of the file are collected.</summary>
    /// <param name="path">The file; also the name errors call it by.</param>
    /// <param name="schema">The contract.</param>
    /// <param name="columns">The declared names of the columns to read; null for all. Others are not checked.</param>
    /// <param name="cancellation">Looked at between batches of rows.</param>
    /// <param name="badRows">What becomes of rows that break the contract.</param>
    /// <exception cref="DataException">The file cannot be read or breaks the contract.</exception>
    /// <exception cref="ArgumentException">A name in <paramref name="columns"/> is not declared.</exception>
    public static DataFrame Read(string path, SourceSchema schema, IReadOnlySet<string>? columns = null, CancellationToken cancellation = default, BadRows badRows = BadRows.Fail)
    {
        using var stream = FileOpening.Open(path);
        try
        {
            return Read(stream, path, schema, columns, cancellation, badRows);
        }
        catch (IOException e)
        {
            throw FileOpening.Failed(path, $"the file cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Reads JSON lines from a stream, which need not be able to seek.</summary>
    /// <param name="stream">The bytes, from the current position to the end.</param>
    /// <param name="file">The name that errors call the file by.</param>
    /// <param name="schema">The contract.</param>
    /// <param name="columns">The declared names of the columns to read; null for all.</param>
    /// <param name="cancellation">Looked at between batches of rows.</param>
    /// <param name="badRows">What becomes of rows that break the contract.</param>
    /// <exception cref="DataException">The text breaks the contract.</exception>
    public static DataFrame Read(Stream stream, string file, SourceSchema schema, IReadOnlySet<string>? columns = null, CancellationToken cancellation = default, BadRows badRows = BadRows.Fail) =>
        Read(stream, file, schema, columns, CsvBuffer.SizeFor(stream), cancellation, badRows);

    internal static DataFrame Read(Stream stream, string file, SourceSchema schema, IReadOnlySet<string>? columns, int bufferSize, CancellationToken cancellation, BadRows badRows = BadRows.Fail)
    {
        var wanted = WantedColumns.Of(schema, columns);
        var log = new ErrorLog(badRows, file);
        var reader = new JsonLineReader(wanted, log);
        var batch = new JsonBatch(wanted.Count);
        var frame = new FrameBuilder(schema, wanted, file, headerLine: 0, log);
        var lines = new JsonLineScanner(stream, log, bufferSize);
        bool goesOn = true;
        while (goesOn && lines.Next(out var line, out int number))
        {
            reader.Read(line, number, batch);
            if (!batch.IsFull)
                continue;
            cancellation.ThrowIfCancellationRequested();
            goesOn = frame.Append(batch);
            batch.Clear();
        }

        if (goesOn && batch.RowCount > 0)
            frame.Append(batch);
        return frame.Build(absent: FrozenSet<string>.Empty);
    }
}
