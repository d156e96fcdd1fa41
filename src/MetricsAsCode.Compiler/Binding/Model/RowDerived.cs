using MetricsAsCode.Compiler.Symbols;
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
