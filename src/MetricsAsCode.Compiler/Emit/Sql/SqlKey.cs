using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Emit.Sql;

/// <summary>By what rows are grouped besides their period.</summary>
internal abstract record SqlKey(string Name)
{
    /// <summary>Whether rows without a value are of no group.</summary>
    public abstract bool IsNeeded { get; }

    public abstract SqlValue In(SqlRows rows);
}

/// <summary>The groups of a breakdown; the missing value is one.</summary>
/// <param name="Column">The dimension.</param>
/// <param name="Kept">SQL of the groups that stand for themselves, null for the missing one; the others are one group behind them. Null when all do.</param>
internal sealed record SqlGroupKey(ColumnSymbol Column, IReadOnlyList<string?>? Kept) : SqlKey("g")
{
    public override bool IsNeeded => false;

    public override SqlValue In(SqlRows rows)
    {
        var path = ReferencePath.Find(rows.Source, Column) ?? throw new InvalidOperationException($"`{rows.Source}` does not reach `{Column}`.");
        if (Kept is null)
            return rows.Raw(path);
        string value = rows.Raw(path).Text;
        var cases = Kept.Select((kept, i) => $"WHEN {value} {(kept is null ? "IS NULL" : "= " + kept)} THEN {SqlText.Of(i)}");
        return new SqlValue($"(CASE {string.Join(" ", cases)} ELSE {SqlText.Of(Kept.Count)} END)", SqlForm.Exact, 0, 9);
    }
}

/// <summary>The entities of a <c>per</c>.</summary>
internal sealed record SqlEntityKey(string Name, PlanKey Key) : SqlKey(Name)
{
    public override bool IsNeeded => true;

    public override SqlValue In(SqlRows rows)
    {
        var path = Key.Paths.FirstOrDefault(p => ReferenceEquals(p.Source, rows.Source))
            ?? throw new InvalidOperationException($"The key of a `per` has no path from `{rows.Source}`.");
        return rows.Raw(path.Column);
    }
}
