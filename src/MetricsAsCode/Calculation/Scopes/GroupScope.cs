using MetricsAsCode.Calculation.Binding;

namespace MetricsAsCode.Calculation.Scopes;

/// <summary>The groups of a breakdown; those beyond the largest few may be one.</summary>
/// <param name="whole">The scope around.</param>
/// <param name="dimension">The column.</param>
/// <param name="kept">The groups that stand for themselves, the others being the member behind them; null when all do.</param>
internal sealed class GroupScope(WholeScope whole, DimensionColumn dimension, IReadOnlyList<int>? kept = null) : Scope
{
    private readonly int[]? map = kept is null ? null : MapOf(dimension.Count, kept);

    public override Scope Parent => whole;

    public override int Count => kept is null ? dimension.Count : kept.Count + 1;

    public override GroupScope Breakdown => this;

    /// <summary>Whether a member is the group of all others.</summary>
    public bool IsOther(int code) => kept is not null && code == kept.Count;

    /// <summary>A group's name; null for the missing.</summary>
    public string? Name(int code) => IsOther(code) ? "other" : dimension.Name(kept is null ? code : kept[code]);

    public override int ParentOf(int code) => 0;

    public override RowCodes CodesFor(SourceTable source) => map is null ? dimension.CodesFor(source) : dimension.CodesFor(source).Remap(map);

    private static int[] MapOf(int count, IReadOnlyList<int> kept)
    {
        var map = new int[count];
        Array.Fill(map, kept.Count);
        for (var code = 0; code < kept.Count; code++)
            map[kept[code]] = code;
        return map;
    }
}
