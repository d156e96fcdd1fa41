using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Planning;

/// <summary>Everything that metrics share, each found by its structure and numbered at its first use.</summary>
internal sealed class PlanTables
{
    private readonly Dictionary<PlanFilter, int> filterIds = [];
    private readonly Dictionary<PlanSelection, int> selectionIds = [];
    private readonly Dictionary<PlanAggregate, int> aggregateIds = [];
    private readonly Dictionary<PlanDerivation, int> derivedIds = [];
    private readonly Dictionary<PlanNumber, PlanNumber> numbers = [];

    public List<PlanFilter> Filters { get; } = [];

    public List<PlanSelection> Selections { get; } = [];

    public List<PlanAggregate> Aggregates { get; } = [];

    public List<PlanDerived> DerivedColumns { get; } = [];

    /// <summary>The column that holds a value from other rows.</summary>
    public PlanDerived Derived(PlanDerivation derivation, RowDerived meaning)
    {
        if (derivedIds.TryGetValue(derivation, out int id))
            return DerivedColumns[id];
        derivedIds.Add(derivation, id = DerivedColumns.Count);
        var derived = new PlanDerived(id, derivation.NewColumn(id, meaning), derivation);
        DerivedColumns.Add(derived);
        return derived;
    }

    public int Filter(SourceSymbol source, RowExpression condition) =>
        Find(new PlanFilter(0, source, condition), filterIds, Filters, static (filter, id) => filter with { Id = id });

    /// <summary>Filters hold all at once, so their order and repetition do not matter.</summary>
    public int Selection(SourceSymbol source, RowColumn? time, IEnumerable<int> filters) =>
        Find(
            new PlanSelection(0, source, time, filters.Distinct().OrderBy(id => id).ToEquatable()),
            selectionIds,
            Selections,
            static (selection, id) => selection with { Id = id });

    public int Aggregate(int selection, PlanState state, RowExpression? value = null) =>
        Find(new PlanAggregate(0, selection, state, value), aggregateIds, Aggregates, static (aggregate, id) => aggregate with { Id = id });

    /// <summary>The one object that stands for all numbers equal to this one.</summary>
    public PlanNumber Number(PlanNumber number)
    {
        if (!numbers.TryGetValue(number, out var first))
            numbers.Add(number, first = number);
        return first;
    }

    public SourceSymbol SourceOf(int aggregate) => Selections[Aggregates[aggregate].Selection].Source;

    /// <summary>The id of an item; its own field for it is 0 while it is looked up.</summary>
    private static int Find<T>(T item, Dictionary<T, int> ids, List<T> items, Func<T, int, T> number)
        where T : notnull
    {
        if (ids.TryGetValue(item, out int id))
            return id;
        id = items.Count;
        ids.Add(item, id);
        items.Add(number(item, id));
        return id;
    }
}
