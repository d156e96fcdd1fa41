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
    private readonly Dictionary<string, RowCodes> codes = new(StringComparer.Ordinal);

    public PairScope(Scope outer, EntityKey key, BoundData data)
    {
        this.outer = outer;
        _ = data.Entities.DomainOf(key);
        foreach (var (source, path) in key.Paths.OrderBy(p => p.Key, StringComparer.Ordinal))
            codes.Add(source, new RowCodes(Number(data[source], data.Entities.CodesOf(source, path))));
        // The members of a set need not have a row in what is computed for them.
        foreach (var reading in key is SetKey set ? set.Set.Readings() : [])
            Number(data[reading.Aggregate.Rows.Source], data.Entities.CodesOf(reading.Aggregate.Rows.Source, reading.Aggregate.Element()));
    }

    public override Scope Parent => outer;

    public override int Count => pairs.Count;

    public override GroupScope? Breakdown => outer.Breakdown;

    public override int ParentOf(int code) => pairs[code].Outer;

    public override int EntityOf(int code) => pairs[code].Entity;

    public override RowCodes CodesFor(SourceTable source) => codes.TryGetValue(source.Name, out var found)
        ? found
        : throw new InvalidOperationException($"The key of a `per` has no path from `{source.Name}`.");

    private int[] Number(SourceTable source, RowCodes entities)
    {
        var outers = outer.CodesFor(source);
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
