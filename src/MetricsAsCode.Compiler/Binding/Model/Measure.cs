using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Model;

/// <summary>
/// One number (or condition, text or date) per period and group: the right side of a metric. Compares by structure and holds no places,
/// so that equal formulas are equal however they are written; lets, defines and filters on metrics are expanded already.
/// </summary>
public abstract record Measure(Unit Unit)
{
    /// <summary>Stands for an operand in error; whatever is built on it is silent.</summary>
    public static readonly Measure Error = new MeasureLiteral(0, Unit.Error);
}

/// <summary>
/// A constant: <c>20%</c> is 0.2 of unit ratio, a duration is in microseconds, money in major units, a date in days since 1970-01-01, a condition 0 or 1.
/// </summary>
/// <param name="IsBare">A plain number, which fits any unit without dimension.</param>
/// <param name="Text">The constant, if it is a text.</param>
public sealed record MeasureLiteral(decimal Value, Unit Unit, bool IsBare = false, string? Text = null) : Measure(Unit);

/// <summary><c>as_of</c>: the instant up to which rows count.</summary>
public sealed record AsOfMeasure() : Measure(Unit.Timestamp);

public enum AggregateKind
{
    /// <summary>Rows left after the filters; with a value, rows where it is known.</summary>
    Count,
    Sum,
    Avg,
    Median,
    Min,
    Max,

    /// <summary>Sample standard deviation, n - 1.</summary>
    StdDev,

    /// <summary>Linear interpolation at (n-1)p.</summary>
    Percentile,

    /// <summary>The smallest value whose cumulative share reaches p.</summary>
    PercentileDisc,
    Distinct,

    /// <summary>The value of the first row by time (ties by key, then value), missing or not.</summary>
    First,
    Last,
    Nth,
}

/// <summary>An aggregate over rows.</summary>
/// <param name="Value">What is aggregated; null for <c>count(rows)</c>.</param>
/// <param name="Parameter">p of a percentile, n of <c>nth</c>.</param>
public sealed record AggregateMeasure(AggregateKind Kind, BoundRows Rows, RowExpression? Value, decimal? Parameter, Unit Unit) : Measure(Unit);

/// <summary><c>share(rows where c among base)</c>: rows of the base where the condition is known to be true, over rows of the base.</summary>
public sealed record ShareMeasure(BoundRows Base, RowExpression Condition) : Measure(Unit.Ratio);

/// <summary><c>size(set)</c></summary>
public sealed record SizeMeasure(EntitySet Set) : Measure(Unit.Count);

public sealed record ArithmeticMeasure(ArithmeticOperator Operator, Measure Left, Measure Right, Unit Unit) : Measure(Unit);

public sealed record NegateMeasure(Measure Operand) : Measure(Operand.Unit);

public sealed record CompareMeasure(Comparison Operator, Measure Left, Measure Right) : Measure(Unit.Condition);

/// <summary>Kleene conjunction, or disjunction when <paramref name="IsOr"/>.</summary>
public sealed record LogicMeasure(bool IsOr, Measure Left, Measure Right) : Measure(Unit.Condition);

public sealed record NotMeasure(Measure Operand) : Measure(Unit.Condition);

public sealed record IsMissingMeasure(Measure Operand) : Measure(Unit.Condition);

/// <summary>The operand equals one of the constants, which have its unit.</summary>
public sealed record InMeasure(Measure Operand, EquatableArray<Literal> Choices) : Measure(Unit.Condition);

/// <summary>An unknown condition takes <paramref name="Else"/>.</summary>
public sealed record IfMeasure(Measure Condition, Measure Then, Measure Else, Unit Unit) : Measure(Unit);

/// <summary>A function of numbers, texts or times per period.</summary>
public sealed record CallMeasure(ScalarFunction Function, EquatableArray<Measure> Arguments, Unit Unit) : Measure(Unit);

public sealed record WindowMeasure(Measure Operand, WindowStep Window) : Measure(Operand.Unit);

/// <summary>The value of the last whole unit of the grain in P that has ended; none when P is shorter or holds none.</summary>
public sealed record EveryMeasure(Measure Operand, Grain Grain) : Measure(Operand.Unit);

/// <summary>Another metric, with its own <c>every</c>. Read its body through the symbol.</summary>
public sealed record MetricMeasure(MetricSymbol Metric) : Measure(Metric.Unit);

/// <summary>
/// <c>avg(count(orders) per customer_id)</c>: the aggregate of the measure over the entities of the key.
/// Entities whose measure is missing are left out and counted. <paramref name="Kind"/> is never First, Last or Nth.
/// </summary>
public sealed record PerMeasure(AggregateKind Kind, Measure Operand, EntityKey Key, decimal? Parameter, Unit Unit) : Measure(Unit);

/// <summary><c>share(count(orders) >= 2 per customer_id)</c>: entities for which the condition is known to be true, over all entities of the key.</summary>
public sealed record SharePerMeasure(Measure Condition, EntityKey Key) : Measure(Unit.Ratio);

/// <summary><c>avg(size(active) each day)</c>: the aggregate of the measure over the units that end inside P and have ended.</summary>
public sealed record EachMeasure(AggregateKind Kind, Measure Operand, Grain Grain, decimal? Parameter, Unit Unit) : Measure(Unit);

/// <summary>
/// The operand, beside how many rows are left out of it because they cannot be judged yet. Without a value for want of rows, the reason is that they are immature.
/// </summary>
/// <param name="Count">How many rows are left out: a count.</param>
public sealed record LeftOutMeasure(Measure Operand, Measure Count) : Measure(Operand.Unit);

/// <summary>The entities that a measure is computed for, and how each source that the measure reads reaches them.</summary>
public abstract record EntityKey(ColumnSymbol Entity, EquatableArray<KeyPath> Paths)
{
    /// <summary>The entity's column seen from a source that the measure reads.</summary>
    public RowColumn PathFrom(SourceSymbol source) => Paths.First(p => ReferenceEquals(p.Source, source)).Column;
}

/// <summary>Entities with a row left after every filter in at least one aggregate of the measure, in its window.</summary>
public sealed record ColumnKey(ColumnSymbol Entity, EquatableArray<KeyPath> Paths) : EntityKey(Entity, Paths);

/// <summary>The rows of a source that exist by the end of P, also those without events; a filter on the metric restricts them too.</summary>
public sealed record SourceKey(BoundRows Rows, ColumnSymbol Entity, EquatableArray<KeyPath> Paths) : EntityKey(Entity, Paths);

/// <summary>Exactly the members of a set, at the period at hand.</summary>
public sealed record SetKey(EntitySet Set, EquatableArray<KeyPath> Paths) : EntityKey(Set.Entity, Paths);

/// <summary>The column of a source by which its rows belong to an entity.</summary>
public sealed record KeyPath(SourceSymbol Source, RowColumn Column);
