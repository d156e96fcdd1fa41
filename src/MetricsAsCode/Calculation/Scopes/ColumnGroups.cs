using MetricsAsCode.Calculation.Binding;

namespace MetricsAsCode.Calculation.Scopes;

/// <summary>The groups of a breakdown by a column of tables in memory.</summary>
/// <param name="whole">The scope around.</param>
/// <param name="dimension">The column.</param>
/// <param name="kept">The groups that stand for themselves, the others being the member behind them; null when all do.</param>
internal sealed class ColumnGroups(WholeScope whole, DimensionColumn dimension, IReadOnlyList<int>? kept = null) : GroupScope
{
    private readonly int[]? map = kept is null ? null : MapOf(dimension.Count, kept);

    public override Scope Parent => whole;

    public override int Count => kept is null ? dimension.Count : kept.Count + 1;

    public override bool IsOther(int code) => kept is not null && code == kept.Count;

    public override string? Name(int code) => IsOther(code) ? "other" : dimension.Name(kept is null ? code : kept[code]);

    public override RowCodes CodesFor(SourceTable source, ColumnPath? at = null) => map is null ? dimension.CodesFor(source, at) : dimension.CodesFor(source, at).Remap(map);

    /// <summary>Whether each row of a source has one of the groups.</summary>
    public bool Reaches(SourceTable source) => dimension.PathsFrom(source).Count == 1;

    private static int[] MapOf(int count, IReadOnlyList<int> kept)
    {
        var map = new int[count];
        Array.Fill(map, kept.Count);
        for (var code = 0; code < kept.Count; code++)
            map[kept[code]] = code;
        return map;
    }
}
