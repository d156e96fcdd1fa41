using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Planning.Model;

/// <summary>
/// A number over aggregates. Windows stand at the leaves only: <c>Steps</c> lead from the period at hand to the stretch that is read,
/// the outermost first. Metric references are expanded; equal numbers are one object.
/// </summary>
public abstract record PlanNumber(Unit Unit)
{
    private int hash;

    /// <summary>A copy, whose hash is its own.</summary>
    protected PlanNumber(PlanNumber original) => Unit = original.Unit;

    /// <summary>
    /// The hash of what a number is made of, computed once: numbers share their parts, so that going through them each time would take exponentially long where each of
    /// many metrics uses the one before twice.
    /// </summary>
    protected int HashOnce<T>(T parts)
        where T : struct => hash != 0 ? hash : hash = parts.GetHashCode() | 1;
}

/// <summary>A literal: 0.2 for <c>20%</c>, microseconds for durations, days since 1970-01-01 for dates, 0 or 1 for conditions.</summary>
/// <param name="Text">The constant, if it is a text.</param>
public sealed record PlanConstant(decimal Value, Unit Unit, string? Text = null) : PlanNumber(Unit)
{
    public Literal Literal => Literal.Of(Value, Text, Unit);
}

/// <summary>The instant up to which rows count.</summary>
public sealed record PlanAsOf() : PlanNumber(Unit.Timestamp);

/// <summary>One reading of an aggregate's state.</summary>
/// <param name="Parameter">p of a percentile, n of <c>nth</c>.</param>
public sealed record PlanReading(int Aggregate, AggregateKind Kind, decimal? Parameter, EquatableArray<PlanStep> Steps, Unit Unit) : PlanNumber(Unit);

/// <summary>Rows of the first aggregate over rows of the second.</summary>
public sealed record PlanShare(int Hits, int Base, EquatableArray<PlanStep> Steps) : PlanNumber(Unit.Ratio);

public sealed record PlanSize(PlanSet Set) : PlanNumber(Unit.Count);

public sealed record PlanArithmetic(ArithmeticOperator Operator, PlanNumber Left, PlanNumber Right, Unit Unit) : PlanNumber(Unit)
{
    public override int GetHashCode() => HashOnce((Operator, Left, Right, Unit));
}

public sealed record PlanNegate(PlanNumber Operand) : PlanNumber(Operand.Unit)
{
    public override int GetHashCode() => HashOnce((Operand, 1));
}

public sealed record PlanCompare(Comparison Operator, PlanNumber Left, PlanNumber Right) : PlanNumber(Unit.Condition)
{
    public override int GetHashCode() => HashOnce((Operator, Left, Right));
}

public sealed record PlanLogic(bool IsOr, PlanNumber Left, PlanNumber Right) : PlanNumber(Unit.Condition)
{
    public override int GetHashCode() => HashOnce((IsOr, Left, Right));
}

public sealed record PlanNot(PlanNumber Operand) : PlanNumber(Unit.Condition)
{
    public override int GetHashCode() => HashOnce((Operand, 2));
}

public sealed record PlanIsMissing(PlanNumber Operand) : PlanNumber(Unit.Condition)
{
    public override int GetHashCode() => HashOnce((Operand, 3));
}

public sealed record PlanIn(PlanNumber Operand, EquatableArray<Literal> Choices) : PlanNumber(Unit.Condition)
{
    public override int GetHashCode() => HashOnce((Operand, Choices));
}

public sealed record PlanIf(PlanNumber Condition, PlanNumber Then, PlanNumber Else, Unit Unit) : PlanNumber(Unit)
{
    public override int GetHashCode() => HashOnce((Condition, Then, Else, Unit));
}

public sealed record PlanCall(ScalarFunction Function, EquatableArray<PlanNumber> Arguments, Unit Unit) : PlanNumber(Unit)
{
    public override int GetHashCode() => HashOnce((Function, Arguments, Unit));
}

/// <summary>The aggregate of a number over entities. The number's leaves lead from the same period as this node.</summary>
public sealed record PlanPer(AggregateKind Kind, PlanNumber Operand, PlanKey Key, decimal? Parameter, Unit Unit) : PlanNumber(Unit)
{
    public override int GetHashCode() => HashOnce((Kind, Operand, Key, Parameter, Unit));
}

/// <summary>Entities for which the condition is known to be true, over all entities of the key.</summary>
public sealed record PlanSharePer(PlanNumber Condition, PlanKey Key) : PlanNumber(Unit.Ratio)
{
    public override int GetHashCode() => HashOnce((Condition, Key));
}

/// <summary>The aggregate of a number over the units of a grain inside the stretch that <paramref name="Steps"/> lead to; the number's leaves lead from each unit.</summary>
public sealed record PlanEach(AggregateKind Kind, PlanNumber Operand, Grain Grain, decimal? Parameter, EquatableArray<PlanStep> Steps, Unit Unit) : PlanNumber(Unit)
{
    public override int GetHashCode() => HashOnce((Kind, Operand, Grain, Parameter, Steps, Unit));
}

/// <summary>
/// The operand, but no value where the steps lead nowhere (<c>every month</c> of a day): needed where the operand could have one all the same,
/// e.g. a <c>coalesce</c>. The operand's leaves contain the steps already.
/// </summary>
public sealed record PlanWithin(PlanNumber Operand, EquatableArray<PlanStep> Steps) : PlanNumber(Operand.Unit)
{
    public override int GetHashCode() => HashOnce((Operand, Steps));
}

/// <summary>The operand, and a count of rows left out of it because they cannot be judged yet.</summary>
public sealed record PlanLeftOut(PlanNumber Operand, PlanNumber Count) : PlanNumber(Operand.Unit)
{
    public override int GetHashCode() => HashOnce((Operand, Count));
}

/// <summary>A set of entities.</summary>
public abstract record PlanSet(ColumnSymbol Entity);

/// <summary>The set that a <see cref="PlanState.Distinct"/> aggregate holds.</summary>
public sealed record PlanSetReading(int Aggregate, EquatableArray<PlanStep> Steps, ColumnSymbol Entity) : PlanSet(Entity);

public sealed record PlanSetCombination(SetOperator Operator, PlanSet Left, PlanSet Right) : PlanSet(Left.Entity);

/// <summary>Inside a filter or a value: the operand is a member of the set, at the stretch of the reading that uses it (after its steps).</summary>
public sealed record PlanSetTest(RowColumn Operand, PlanSet Set) : RowExpression(ScalarType.Boolean.Optional(Operand.Type.IsOptional));

/// <summary>The entities of a <see cref="PlanPer"/>, and the column by which each selection's source reaches them.</summary>
public abstract record PlanKey(ColumnSymbol Entity, EquatableArray<KeyPath> Paths);

/// <summary>Entities with a row in at least one selection of the operand, in its stretch.</summary>
public sealed record PlanColumnKey(ColumnSymbol Entity, EquatableArray<KeyPath> Paths) : PlanKey(Entity, Paths);

/// <summary>Rows of the selection (of the key's own source, before any filter but those pushed on the metric) that exist by the end of the stretch the steps lead to.</summary>
public sealed record PlanSourceKey(int Selection, EquatableArray<PlanStep> Steps, ColumnSymbol Entity, EquatableArray<KeyPath> Paths) : PlanKey(Entity, Paths);

public sealed record PlanSetKey(PlanSet Set, EquatableArray<KeyPath> Paths) : PlanKey(Set.Entity, Paths);

/// <summary>1 where the operand is known, else missing: what a count of values that cannot be summed adds up.</summary>
public sealed record PlanKnown(RowExpression Operand) : RowExpression(ScalarType.Integer.Optional(Operand.Type.IsOptional));
