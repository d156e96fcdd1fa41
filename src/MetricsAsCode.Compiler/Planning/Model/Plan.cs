using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Planning.Model;

/// <summary>
/// What is to be computed for a module's metrics, neutral of any engine. Everything that two metrics share stands here once:
/// filters, selections of rows, aggregates. Ids are indexes into the lists, in order of first use.
/// </summary>
public sealed record Plan(
    ModuleSymbol Module,
    EquatableArray<PlanSource> Sources,
    EquatableArray<PlanFilter> Filters,
    EquatableArray<PlanSelection> Selections,
    EquatableArray<PlanAggregate> Aggregates,
    EquatableArray<PlanMetric> Metrics)
{
    /// <summary>Columns that are computed from other rows before the scans, each after those that it reads.</summary>
    public EquatableArray<PlanDerived> Derived { get; init; } = [];

    /// <summary>What an aggregate asks of sets: its filters, then its value.</summary>
    public IEnumerable<PlanSetTest> TestsOf(PlanAggregate aggregate) =>
        TestsOf(Selections[aggregate.Selection]).Concat(aggregate.Value is { } value ? PlanRowParts.Tests(value) : []);

    /// <summary>What the filters of rows ask of sets.</summary>
    public IEnumerable<PlanSetTest> TestsOf(PlanSelection selection) => selection.Filters.SelectMany(f => PlanRowParts.Tests(Filters[f].Condition));
}

/// <summary>A table that is read: one scan. <paramref name="Columns"/> are those in use, keys and references on the way included, in order of declaration.</summary>
public sealed record PlanSource(SourceSymbol Source, EquatableArray<ColumnSymbolKey> Columns);

/// <summary>A condition over the rows of one source, split at its outermost <c>and</c>s. It depends on the period only through its <see cref="PlanSetTest"/>s.</summary>
public sealed record PlanFilter(int Id, SourceSymbol Source, RowExpression Condition);

/// <summary>Rows of a source that pass every filter; <paramref name="Time"/> decides their period, null for a static source.</summary>
public sealed record PlanSelection(int Id, SourceSymbol Source, RowColumn? Time, EquatableArray<int> Filters);

/// <summary>The mergeable state that an aggregate keeps per stretch of time and group. Several readings can share one state.</summary>
public enum PlanState
{
    /// <summary>The count of rows. No value.</summary>
    Rows,

    /// <summary>Sum and count of known values: for sum, avg, count of a value.</summary>
    Sum,

    /// <summary>Smallest and largest known value: for min and max.</summary>
    Extent,

    /// <summary>All known values: for median, percentiles and standard deviation.</summary>
    Values,

    /// <summary>The known values, each once: for distinct and sets. The value of a set is a stored <see cref="RowColumn"/>, whose values are entity codes.</summary>
    Distinct,

    /// <summary>All rows in order of time, key and value: for first, last and nth.</summary>
    Ordered,
}

public sealed record PlanAggregate(int Id, int Selection, PlanState State, RowExpression? Value);

/// <summary>A metric and its formula over the aggregates.</summary>
public sealed record PlanMetric(MetricSymbol Metric, PlanNumber Formula)
{
    /// <summary>What its results say of the sample that they rest on; null when they rest on none.</summary>
    public PlanSample? Sample { get; init; }

    /// <summary>The formula, and what is computed beside it.</summary>
    public IEnumerable<PlanNumber> Numbers => Sample is null ? [Formula] : [Formula, Sample.ResponseRate];
}

/// <summary>What is said of a sample beside a value.</summary>
/// <param name="ResponseRate">The share of the rows asked that have an answer.</param>
/// <param name="Asked">The source of the rows asked.</param>
/// <param name="IsProportion">Whether an interval around the value follows from its numerator and denominator.</param>
public sealed record PlanSample(PlanNumber ResponseRate, SourceSymbol Asked, bool IsProportion);

/// <summary>One step from the period at hand to another stretch of time: a window, or the last whole unit of <c>every month</c>.</summary>
public abstract record PlanStep;

public sealed record PlanWindow(WindowStep Step) : PlanStep;

public sealed record PlanEvery(Grain Grain) : PlanStep;

/// <summary>The same stretch if it is made of whole units of the grain, else none: what rows that stand for a whole month are read by.</summary>
public sealed record PlanWhole(Grain Grain) : PlanStep;
