using System.Collections.Frozen;
using MetricsAsCode.Data;
using MetricsAsCode.Data.Reading;
using MetricsAsCode.Threads;

namespace MetricsAsCode.Engines.Caching;

// 1. A large file is parsed once: its columns are kept as they lie in memory, each in a file of its own, so that a later run reads those that it needs.
// 2. They are named by the file (place, size, time, samples), the whole contract of its source and the tool itself: what differs in any of it is not found.
// 3. Only rows that keep the contract are kept, and only when the file was the same before and after it was read, and not written just now.
// 4. They are written while the metrics are computed. Where they cannot be read or written, the file is parsed as ever.

/// <summary>Columns of large files, kept from one run to the next.</summary>
/// <param name="folder">The full path of a folder of the user's own; it is made when it is needed.</param>
/// <param name="leastBytes">Smaller files are parsed as fast as they would be found.</param>
public sealed class ColumnCache(string folder, long leastBytes = 8 << 20)
{
    private const int MostFiles = 4096;
    private const long MostBytes = 8L << 30;

    private static readonly string Tool = typeof(DataFrame).Module.ModuleVersionId.ToString();
    private readonly OwnFolder files = new(folder);
    private Thread? writing;

    /// <summary>The rows of a file: from what is kept, or else parsed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="schema">The contract of its source.</param>
    /// <param name="columns">The columns in use.</param>
    /// <param name="parse">Parses the file.</param>
    public DataFrame Read(string path, SourceSchema schema, IReadOnlySet<string> columns, Func<DataFrame> parse)
    {
        if (IdentityOf(path) is not { } identity)
            return parse();
        string key = KeyOf(identity, schema);
        var wanted = WantedColumns.Of(schema, columns);
        if (Find(key, path, schema, wanted) is { } kept)
            return kept;
        var frame = parse();
        if (frame is { Rejected.Count: 0, Origin: not null } && identity.IsSettled && identity == IdentityOf(path))
            Keep(key, schema, frame);
        return frame;
    }

    /// <summary>Waits until all is written.</summary>
    internal void Flush() => writing?.Join();

    private FileIdentity? IdentityOf(string path)
    {
        try
        {
            return FileIdentity.Of(path, leastBytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string KeyOf(FileIdentity file, SourceSchema schema) => CacheKey.Of(
    [
        Tool, file.ToString(), file.Written.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture), schema.Name, $"{schema.Lifetime}",
        .. schema.Columns.SelectMany(c => (string[])[c.ToString(), $"{c.AllowedTexts?.Count}", .. c.AllowedTexts ?? []]),
    ]);

    private static string NameOf(string key, SourceSchema schema, string column) =>
        FormattableString.Invariant($"{key}.{schema.Columns.TakeWhile(c => !string.Equals(c.Name, column, StringComparison.Ordinal)).Count()}");

    private DataFrame? Find(string key, string path, SourceSchema schema, IReadOnlyList<ColumnSchema> wanted)
    {
        string[] places = [.. wanted.Select(c => files.PathOf(NameOf(key, schema, c.Name)))];
        try
        {
            if (!files.IsOwn || !File.Exists(files.PathOf(key)) || !places.All(File.Exists))
                return null;
            var (rows, origin) = RowsFile.Read(files.PathOf(key), path);
            var columns = new Column[places.Length];
            int next = -1;
            SideBySide.Run(Math.Clamp(Environment.ProcessorCount, 1, Math.Max(1, places.Length)), _ =>
            {
                while (Interlocked.Increment(ref next) is var i && i < places.Length)
                    columns[i] = ColumnFile.Read(places[i], wanted[i]);
            });
            return columns.All(c => c.Length == rows) ? new DataFrame(schema.Name, rows, columns, origin) { Absent = FrozenSet<string>.Empty } : null;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // The process ends when this has ended, too.
    private void Keep(string key, SourceSchema schema, DataFrame frame)
    {
        Flush();
        writing = new Thread(() =>
        {
            try
            {
                foreach (var column in frame.Columns)
                    files.Put(NameOf(key, schema, column.Name), stream => ColumnFile.Write(stream, column));
                files.Put(key, stream => RowsFile.Write(stream, frame));
                files.LetGo(MostFiles, MostBytes);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The next run parses again.
            }
        });
        writing.Start();
    }
}
