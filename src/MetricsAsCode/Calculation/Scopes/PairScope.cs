using MetricsAsCode.Calculation.Binding;

namespace MetricsAsCode.Calculation.Scopes;

/// <summary>
/// The entities of a <c>per</c> inside another scope: the pairs of outer member and entity that occur in some row, numbered in the order in which they
/// are found. An entity may occur under several outer members, and mostly occurs under few of them.
/// </summary>
internal sealed class PairScope : Scope
{
    private readonly Scope outer;
    private readonly Dictionary<long, int> numbers = [];
    private readonly List<(int Outer, int Entity)> pairs = [];
    private readonly Dictionary<(string Source, string? At), RowCodes> codes = [];
    private readonly EntityKey key;
    private readonly BoundData data;

    public PairScope(Scope outer, EntityKey key, BoundData data)
    {
        (this.outer, this.key, this.data) = (outer, key, data);
        _ = data.Entities.DomainOf(key);
        foreach (var source in key.Paths.Keys.Order(StringComparer.Ordinal))
            Prepare(data[source], null);
        // The members of a set need not have a row in what is computed for them.
        foreach (var reading in key is SetKey set ? set.Set.Readings() : [])
        {
            var table = data[reading.Aggregate.Rows.Source];
            var at = table.OtherTime(reading.Aggregate.Rows);
            Number(table, data.Entities.CodesOf(table.Name, reading.Aggregate.Element()), at);
        }
    }

    public override Scope Parent => outer;

    public override int Count => pairs.Count;

    public override GroupScope? Breakdown => outer.Breakdown;

    public override int ParentOf(int code) => pairs[code].Outer;

    public override int EntityOf(int code) => pairs[code].Entity;

    public override RowCodes CodesFor(SourceTable source, ColumnPath? at = null) => codes.TryGetValue((source.Name, at?.ToString()), out var found)
        ? found
        : throw new InvalidOperationException($"The key of a `per` has no path from `{source.Name}`.");

    public override void Prepare(SourceTable source, ColumnPath? at)
    {
        if (!codes.ContainsKey((source.Name, at?.ToString())) && key.Paths.TryGetValue(source.Name, out var path))
            codes.Add((source.Name, at?.ToString()), new RowCodes(Number(source, data.Entities.CodesOf(source.Name, path, at), at)));
    }

    private int[] Number(SourceTable source, RowCodes entities, ColumnPath? at)
    {
        outer.Prepare(source, at);
        var outers = outer.CodesFor(source, at);
        var numbered = new int[source.RowCount];
        for (var row = 0; row < numbered.Length; row++)
        {
            var (around, entity) = (outers?.At(row) ?? 0, entities.At(row));
            numbered[row] = around < 0 || entity < 0 ? -1 : Number(around, entity);
        }

        return numbered;
    }

    private int Number(int around, int entity)
    {
        var key = ((long)around << 32) | (uint)entity;
        if (numbers.TryGetValue(key, out var number))
            return number;
        numbers.Add(key, number = pairs.Count);
        pairs.Add((around, entity));
        return number;
    }
}
