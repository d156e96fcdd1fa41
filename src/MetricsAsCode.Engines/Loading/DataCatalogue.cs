using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.Caching;
using MetricsAsCode.Engines.ClickHouse;
using MetricsAsCode.Engines.Postgres;

namespace MetricsAsCode.Engines.Loading;

// 1. A place is relative to the file of the declaration; a rebound one to the base directory.
// 2. `source` rebinds the source of that name in every module, `module.source` in one; the qualified name wins.
// 3. A place that leads out of the allowed folders is refused; a rebound one is the user's own word.
// 4. The rows of a literal table stand in the definitions, unless it is rebound.
// 5. All sources are tried before anything is said, so that the errors of all files come out together.

/// <summary>Knows where the rows of every source lie, and reads those that a plan needs.</summary>
/// <param name="baseDirectory">The folder that the paths of definition files are relative to.</param>
/// <param name="rebound">Other files for sources, by name or qualified name.</param>
/// <param name="roots">The folders that definitions may name files in; null for the base directory.</param>
/// <param name="badRows">What becomes of rows that break their contract.</param>
public sealed class DataCatalogue(string baseDirectory, IReadOnlyDictionary<string, string>? rebound = null, DataRoots? roots = null, BadRows badRows = BadRows.Fail)
{
    private readonly DataRoots roots = roots ?? new DataRoots(baseDirectory);

    /// <summary>Where columns of large files are kept from one run to the next; null for nowhere.</summary>
    public ColumnCache? Cache { get; init; }

    /// <summary>The format whose sources are not read here, since what computes has their tables; null when all are read. A source that is rebound is read.</summary>
    public string? Elsewhere { get; init; }

    /// <summary>The full path of a source's file.</summary>
    /// <exception cref="DataException">The definition names a file outside the allowed folders.</exception>
    public string PathOf(SourceSymbol source)
    {
        if (rebound is not null && (rebound.TryGetValue(source.QualifiedName, out string? other) || rebound.TryGetValue(source.Name, out other)))
            return Path.GetFullPath(other, baseDirectory);
        string declaredIn = Path.GetDirectoryName(Path.GetFullPath(source.Location.Text.Path, baseDirectory))!;
        string place = Path.GetFullPath(source.Place, declaredIn);
        return roots.Hold(place) ? place : throw Outside(source);
    }

    /// <summary>The tables of a plan by the names it calls them by, each with only the columns in use.</summary>
    /// <exception cref="DataException">Tables cannot be read or break their contract: all errors of all of them.</exception>
    public IReadOnlyDictionary<string, DataFrame> Open(Plan plan, CancellationToken cancellation = default)
    {
        var frames = new Dictionary<string, DataFrame>(StringComparer.Ordinal);
        var failures = new List<DataException>();
        foreach (var needed in plan.Sources.Where(s => Elsewhere is null || s.Source.Format != Elsewhere || IsRebound(s.Source)))
        {
            try
            {
                frames.Add(plan.NameOf(needed.Source), Read(plan, needed, cancellation));
            }
            catch (DataException e)
            {
                failures.Add(e);
            }
        }

        if (failures.Count == 0)
            return badRows == BadRows.Quarantine ? LinkedRows.Of(plan, frames) : frames;
        throw new DataException([.. failures.SelectMany(f => f.Errors)], failures.Sum(f => f.TotalErrors), failures[0]);
    }

    private DataFrame Read(Plan plan, PlanSource needed, CancellationToken cancellation)
    {
        var source = needed.Source;
        if (source.Table is { } table && !IsRebound(source))
            return LiteralTables.Read(table, SourceSchemas.Of(plan, source));
        if (source.Format is PostgresDatabase.Format or ClickHouseDatabase.Format && !IsRebound(source))
            throw InDatabase(source);
        string path = PathOf(source);
        var format = DataFormat.Of(source.Format, path, IsRebound(source)) ?? throw new DataException([new DataError(path, 0, 0, null, null, $"rows of `{source.Name}` in the format `{source.Format}` cannot be read. Give them as {DataFormat.Words}.")]);
        var files = format.Files(path);
        if (!IsRebound(source) && !files.All(roots.Hold))
            throw Outside(source);
        var columns = needed.Columns.Select(c => c.Column.Name).ToHashSet(StringComparer.Ordinal);
        var schema = SourceSchemas.Of(plan, source);
        return Cache is null || format.Word != "csv" ? Parse() : Cache.Read(path, schema, columns, Parse);

        DataFrame Parse() => format.Read(path, files, schema, columns, cancellation, badRows);
    }

    private bool IsRebound(SourceSymbol source) => rebound is not null && (rebound.ContainsKey(source.QualifiedName) || rebound.ContainsKey(source.Name));

    private static DataException InDatabase(SourceSymbol source) =>
        At(source, $"`{source.Name}` is the table `{source.Place}` of a database. Compute with --engine {source.Format}, or read a file instead: --data {source.Name}=PATH.");

    private static DataException Outside(SourceSymbol source) =>
        At(source, $"`{source.Name}` reads `{source.Place}`, which lies outside the definitions' folder and the current one. Put the file there, or name it yourself: --data {source.Name}=PATH.");

    private static DataException At(SourceSymbol source, string message)
    {
        var at = source.Location.Start;
        return new DataException([new DataError(source.Location.Text.Path, at.Line, at.Column, null, null, message)]);
    }
}
