using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Planning;

/// <summary>
/// Collects what is read of each source: columns of expressions and breakdowns, references on the way to them, keys and times.
/// Each step adds its part and hands the collection on.
/// </summary>
internal sealed class ColumnsInUse
{
    private readonly Dictionary<SourceSymbol, HashSet<ColumnSymbol>> bySource = [];

    /// <summary>The sources that say how far the data reaches, whether or not a metric reads them.</summary>
    public ColumnsInUse OfAsOf(ModuleSymbol module)
    {
        foreach (var source in module.AsOfSources)
            Use(source);
        return this;
    }

    public ColumnsInUse OfTables(PlanTables tables)
    {
        foreach (var filter in tables.Filters)
            Use(filter.Source, filter.Condition);
        foreach (var selection in tables.Selections)
            Use(selection.Source, selection.Time);
        foreach (var aggregate in tables.Aggregates)
            Use(tables.SourceOf(aggregate.Id), aggregate.Value);
        return this;
    }

    /// <summary>What values from other rows are computed from, and what tells rows at one instant apart.</summary>
    public ColumnsInUse OfDerived(PlanTables tables)
    {
        foreach (var (source, column) in tables.DerivedColumns.SelectMany(d => d.Derivation.Inputs(tables.Selections)))
            Use(source, column);
        return this;
    }

    public ColumnsInUse OfKeys(IEnumerable<PlanMetric> metrics)
    {
        foreach (var path in metrics.SelectMany(m => PlanParts.Keys(m.Formula)).SelectMany(k => k.Paths))
            Use(path.Source, path.Column);
        return this;
    }

    public ColumnsInUse OfBreakdowns(PlanTables tables, IEnumerable<Breakdown> breakdowns)
    {
        foreach (var breakdown in breakdowns)
        {
            var keyed = PlanParts.Keys(breakdown.Formula).SelectMany(k => k.Paths).Select(p => p.Source);
            foreach (var source in PlanParts.Leaves(breakdown.Formula).Select(tables.SourceOf).Concat(keyed).Distinct())
                Use(source, ReferencePath.Find(source, breakdown.By));
        }

        return this;
    }

    /// <summary>Every reference of a source that is read, and the source it leads to: a dangling one is found whatever is computed, and any breakdown may go along it.</summary>
    public ColumnsInUse OfReferences()
    {
        var open = new Queue<SourceSymbol>(bySource.Keys);
        while (open.Count > 0)
        {
            var source = open.Dequeue();
            foreach (var reference in source.Columns.Where(c => c.References is not null))
            {
                bySource[source].Add(reference);
                if (!bySource.ContainsKey(reference.References!))
                {
                    open.Enqueue(reference.References!);
                    Use(reference.References!);
                }
            }
        }

        return this;
    }

    /// <summary>The sources in order of declaration, then those of other modules by name; the columns of each in order of declaration.</summary>
    public EquatableArray<PlanSource> Sources(ModuleSymbol module) => bySource.Keys
        .OrderBy(s => module.Sources.IndexOf(s) is >= 0 and var place ? place : int.MaxValue)
        .ThenBy(s => s.QualifiedName, StringComparer.Ordinal)
        .Select(s => new PlanSource(s, s.Columns.Where(bySource[s].Contains).Select(c => new ColumnSymbolKey(c)).ToEquatable()))
        .ToEquatable();

    private void Use(SourceSymbol source, RowExpression? expression)
    {
        Use(source);
        foreach (var column in expression is null ? [] : PlanRowParts.Columns(expression))
            UsePath(source, column);
    }

    private void UsePath(SourceSymbol source, RowColumn path)
    {
        if (path.At is { } at)
            UsePath(source, at);
        foreach (var reference in path.References)
        {
            Use(source).Add(reference.Column);
            source = reference.Column.References ?? throw Unexpected.Node(reference.Column);
        }

        Use(source).Add(path.Column);
    }

    /// <summary>Of every source in use its keys, its time and the lives of its rows are read.</summary>
    private HashSet<ColumnSymbol> Use(SourceSymbol source)
    {
        if (!bySource.TryGetValue(source, out var columns))
        {
            bySource.Add(source, columns = [.. source.Keys]);
            if (ReferencePath.OfTime(source) is { } time)
                UsePath(source, time);
            if (source.Lifetime is { } life)
                columns.UnionWith([life.From, life.To]);
        }

        return columns;
    }
}
