using MetricsAsCode.Data;

namespace MetricsAsCode.Engines.Loading;

/// <summary>A format that rows are read from in this process.</summary>
/// <param name="Word">As definitions write it; files of the format end with it.</param>
/// <param name="Files">The files that a full path means; at least one.</param>
/// <param name="Read">Reads them: the path, its files, the contract, the columns in use, and what becomes of bad rows.</param>
internal sealed record DataFormat(
    string Word,
    Func<string, IReadOnlyList<string>> Files,
    Func<string, IReadOnlyList<string>, SourceSchema, IReadOnlySet<string>, CancellationToken, BadRows, DataFrame> Read)
{
    private static readonly DataFormat[] All =
    [
        new("csv", path => [path], (path, _, schema, columns, cancellation, badRows) => CsvFile.Read(path, schema, columns, cancellation, badRows)),
        new("json", path => [path], (path, _, schema, columns, cancellation, badRows) => JsonLinesFile.Read(path, schema, columns, cancellation, badRows)),
        new("parquet", FilePattern.Files, ParquetFile.Read),
    ];

    /// <summary>Other endings that files of a format have.</summary>
    private static readonly Dictionary<string, string> Endings = new(StringComparer.OrdinalIgnoreCase) { ["jsonl"] = "json", ["ndjson"] = "json" };

    /// <summary>The words of all formats.</summary>
    public static string Words { get; } = string.Join(", ", All.SkipLast(1).Select(f => f.Word)) + " or " + All[^1].Word;

    /// <summary>The format of a source; null when it is read elsewhere. Of files that the user names in place of the declared ones, the ending counts first.</summary>
    public static DataFormat? Of(string declared, string path, bool isRebound) =>
        (isRebound ? Find(WordOf(Path.GetExtension(path).TrimStart('.'))) : null) ?? Find(declared);

    private static string WordOf(string ending) => Endings.GetValueOrDefault(ending, ending);

    private static DataFormat? Find(string word) => All.FirstOrDefault(f => string.Equals(f.Word, word, StringComparison.OrdinalIgnoreCase));
}
