using System.CommandLine;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Engines;

namespace MetricsAsCode.Cli.Verbs;

/// <summary>What computes, and the database file that already holds the tables, if one was named.</summary>
internal sealed record EngineChoice(EngineKind Kind, string? File = null)
{
    /// <summary>The same with the file's full path, which was written relative to a folder.</summary>
    public EngineChoice In(string folder) => File is null ? this : this with { File = Path.GetFullPath(File, folder) };
}

/// <summary><c>--engine</c>: what computes. <c>duckdb</c> puts the data files into a database in memory, <c>duckdb:FILE</c> takes the tables of one, <c>postgres</c> and <c>clickhouse</c> those of a server.</summary>
internal sealed class EngineOption
{
    private const string File = "duckdb:";

    private static readonly IReadOnlyDictionary<string, EngineKind> Kinds = new Dictionary<string, EngineKind>(StringComparer.Ordinal)
    {
        ["compiled"] = EngineKind.Compiled,
        ["reference"] = EngineKind.Reference,
        ["duckdb"] = EngineKind.DuckDb,
        ["postgres"] = EngineKind.Postgres,
        ["clickhouse"] = EngineKind.ClickHouse,
    };

    public EngineOption() => Option.Validators.Add(result =>
    {
        string written = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "compiled";
        if (!Kinds.ContainsKey(written) && !IsFile(written))
            result.AddError($"`{written}` is not a choice of --engine.{Suggestion.DidYouMean(written, Kinds.Keys)} It takes {string.Join(", ", Kinds.Keys)}, duckdb:FILE.");
    });

    public Option<string> Option { get; } = new("--engine")
    {
        HelpName = "compiled|duckdb|duckdb:FILE|postgres|clickhouse",
        Description = "What computes: this process, DuckDB, or the server that METRICS_POSTGRES or METRICS_CLICKHOUSE connects to.",
        DefaultValueFactory = _ => "compiled",
    };

    public EngineChoice Of(ParseResult parsed) => parsed.GetValue(Option) switch
    {
        { } written when IsFile(written) => new EngineChoice(EngineKind.DuckDb, written[File.Length..]),
        { } written => new EngineChoice(Kinds[written]),
        null => new EngineChoice(EngineKind.Compiled),
    };

    private static bool IsFile(string written) => written.StartsWith(File, StringComparison.Ordinal) && written.Length > File.Length;
}
