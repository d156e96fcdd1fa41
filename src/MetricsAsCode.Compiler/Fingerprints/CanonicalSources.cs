using System.Globalization;
using MetricsAsCode.Compiler.Binding.Model.Printing;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Fingerprints;

// 1. A source is where its rows lie and what its keys are; its name and its description say nothing about the rows.
// 2. A column is its source, its name in the file and its contract: a value that the contract refuses is never counted.
// 3. What a column refers to is part of it by place only, so that sources that refer to each other have fingerprints at all.
// 4. A column that nothing reads changes no metric: metrics take in the columns that they read, not the source as a whole.

/// <summary>Canonical forms of sources and columns.</summary>
internal static class CanonicalSources
{
    private static readonly HashSet<string> Files = new(["csv", "json", "parquet"], StringComparer.Ordinal);

    /// <summary>Where the rows lie, and what tells them apart.</summary>
    public static string Place(SourceSymbol source) => Digest.Of(
        "place",
        new[] { Origin(source), source.Table is { } table ? Rows(table) : null }.Concat(source.Keys.Select(k => $"{FileName(k)} {k.Type}")));

    /// <summary>The rows of a source as they stand: their place, their time, their lives.</summary>
    public static string Of(SourceSymbol source) => Digest.Of(
        "source",
        Place(source),
        source.Time is { } path ? Digest.Of("time", path.Select(Column)) : null,
        Life(source.Lifetime),
        source.RowGrain?.ToString());

    public static string Column(ColumnSymbol column) => Digest.Of(
        "column",
        Place(column.Source),
        FileName(column),
        column.Type.ToString(),
        column.Type.Scale.ToString(CultureInfo.InvariantCulture),
        column.Zone,
        Digest.OfSet("values", column.Values),
        column.Low is { } low ? NumberText.Of(low) : null,
        column.High is { } high ? NumberText.Of(high) : null,
        column.References is { } target ? Place(target) : null);

    public static string? Life(Lifetime? life) =>
        life is null ? null : Digest.Of("life", Column(life.From), Column(life.To), life.IsThrough ? "through" : "to", life.IncludesEnded ? "ended" : null);

    /// <summary>The format and where the rows lie, a file relative to the folder that all paths are relative to: moving a definition beside its data moves both.</summary>
    public static string Origin(SourceSymbol source)
    {
        if (!Files.Contains(source.Format) || source.Place.StartsWith("/", StringComparison.Ordinal))
        {
            return $"{source.Format} {source.Place}";
        }

        var parts = new List<string>();
        foreach (string part in $"{source.Location.Text.Path}/../{source.Place}".Split('/', '\\'))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] != "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("" or "."))
            {
                parts.Add(part);
            }
        }

        return $"{source.Format} {string.Join("/", parts)}";
    }

    public static string Rows(GivenSymbol table) =>
        Digest.Of("table", table.Header.Select(c => c.Name).Concat(table.Rows.Select(r => Digest.Of("row", r.Cells.Select(c => c.Text)))));

    private static string FileName(ColumnSymbol column) => column.FileName ?? column.Name;
}
