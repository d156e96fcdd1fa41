using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Model;

/// <summary>
/// A value of a row that follows from other rows and the as-of, never from the period: each distinct one is computed once for its source, as one more column.
/// Rows later than the as-of never count as other rows.
/// </summary>
public abstract record RowDerived(ScalarType Type) : RowExpression(Type)
{
    /// <summary>What it reads, of this row and of others; columns may belong to other sources.</summary>
    public abstract IEnumerable<RowExpression> Inputs { get; }

    /// <summary>What some rows are told apart by: their conditions, and the time that the as-of cuts.</summary>
    protected static IEnumerable<RowExpression> InputsOf(BoundRows rows) => rows.Time is { } time ? rows.Conditions.Append(time) : rows.Conditions;
}

/// <summary><c>since_previous(visited_on by user_id back 2)</c>: the time to the neighbouring row with equal columns; missing at the ends.</summary>
/// <param name="IsNext">Whether the neighbour is a later row, as of <c>until_next</c>.</param>
/// <param name="Time">What orders the rows: a date or timestamp; ties by key. Between dates lie calendar days of 24 hours.</param>
/// <param name="By">What must be equal; a row where one of them is missing has no neighbour.</param>
/// <param name="Back">How many rows away the neighbour is.</param>
/// <param name="Among">The rows that neighbours are looked for among, whatever their period; a row that is none of them has no neighbour.</param>
public sealed record RowNeighbour(bool IsNext, RowColumn Time, EquatableArray<RowColumn> By, int Back, BoundRows Among)
    : RowDerived(ScalarType.Duration.Optional())
{
    public override IEnumerable<RowExpression> Inputs => By.Prepend(Time).Concat(InputsOf(Among));
}

/// <summary>One step of a funnel: its rows, whose entity each is, and when.</summary>
public sealed record ChainStep(BoundRows Rows, RowColumn Entity);

/// <summary>The steps of a funnel and the time from the entry, in microseconds, within which they count.</summary>
public sealed record FunnelChain(EquatableArray<ChainStep> Steps, long Within);

public enum ChainPart
{
    /// <summary>How many steps the chain that begins with the row has reached: 0 for a row that is no entry.</summary>
    Depth,

    /// <summary>The time from the row to a step of its chain; missing when it is not reached.</summary>
    Elapsed,

    /// <summary>Whether the window of an entry at the row's time has closed by the as-of.</summary>
    Mature,
}

/// <summary>A part of the chain that begins with a row of a funnel's first step.</summary>
/// <param name="Step">Which step, from 0, of <see cref="ChainPart.Elapsed"/>.</param>
public sealed record RowChain(FunnelChain Chain, ChainPart Part, int Step, ScalarType Type) : RowDerived(Type)
{
    public override IEnumerable<RowExpression> Inputs => Chain.Steps.SelectMany(s => InputsOf(s.Rows).Prepend(s.Entity));
}

/// <summary>Who starts, and which rows are returns: the rows' own time decides when.</summary>
public sealed record CohortReturns(BoundRows Starts, RowColumn Starter, BoundRows Returns, RowColumn Returner);

/// <summary>Whether a starting row's entity has a returning row so many units later; the start's own unit is 0.</summary>
/// <param name="To">The last unit; null for no end.</param>
public sealed record RowReturned(CohortReturns Cohort, Grain Unit, int From, int? To) : RowDerived(ScalarType.Boolean)
{
    public override IEnumerable<RowExpression> Inputs =>
        InputsOf(Cohort.Starts).Append(Cohort.Starter).Concat(InputsOf(Cohort.Returns)).Append(Cohort.Returner);
}

/// <summary>Whether the unit so many after a row's time has ended by the as-of, or, for an open range, has begun before it.</summary>
public sealed record RowMature(BoundRows Rows, Grain Unit, int Offset, bool Begun) : RowDerived(ScalarType.Boolean)
{
    public override IEnumerable<RowExpression> Inputs => InputsOf(Rows);
}

/// <summary>Whether a row has an answer: a row of a sample with the same key, at any time up to the as-of. A row without a key has none.</summary>
/// <param name="Source">The rows that are asked.</param>
/// <param name="Key">Their key.</param>
/// <param name="Answers">The rows of the sample.</param>
/// <param name="Via">Whose answer a row of the sample is.</param>
public sealed record RowAnswered(SourceSymbol Source, RowColumn Key, BoundRows Answers, RowColumn Via) : RowDerived(ScalarType.Boolean)
{
    public override IEnumerable<RowExpression> Inputs => InputsOf(Answers).Prepend(Via).Prepend(Key);
}
