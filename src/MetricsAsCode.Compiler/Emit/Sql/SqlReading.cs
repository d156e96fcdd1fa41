using MetricsAsCode.Compiler.Binding.Model;

namespace MetricsAsCode.Compiler.Emit.Sql;

/// <summary>What a column of a statement's result holds.</summary>
/// <param name="Index">Which column, from 0.</param>
/// <param name="Form">How SQL holds it.</param>
/// <param name="IsMoney">Whether an exact number is money.</param>
/// <param name="Scale">Digits behind the point of an exact number.</param>
public sealed record SqlColumn(int Index, SqlForm Form, bool IsMoney = false, int Scale = 0);

/// <summary>The columns of a result by which one aggregate can be read.</summary>
/// <param name="Count">Rows, or known values.</param>
/// <param name="Rows">Rows, also those whose value is missing; of aggregates in order of time only.</param>
/// <param name="Overflow">Whether a row has overflowed; null when none can.</param>
/// <param name="Values">The value by kind and parameter.</param>
public sealed record SqlReading(SqlColumn Count, SqlColumn? Rows, SqlColumn? Overflow, IReadOnlyDictionary<(AggregateKind Kind, decimal? Parameter), SqlColumn> Values);

/// <summary>A statement, and where its result holds what.</summary>
/// <param name="Text">The SQL.</param>
/// <param name="Readings">By aggregate of the plan; the number of the period stands in column 0, the group, if there is one, in column 1.</param>
public sealed record SqlQuery(string Text, IReadOnlyDictionary<int, SqlReading> Readings);

/// <summary>A statement that computes a number over entities.</summary>
/// <param name="Text">The SQL. Column 0 is the period, column 1 the group if there is one.</param>
/// <param name="Entities">How many entities there are.</param>
/// <param name="Known">For how many the measure has a value; of a share, for how many the condition is true.</param>
/// <param name="Value">The aggregate of the number; of an average the sum; null for a count or a share.</param>
/// <param name="ExactKnown">For how many entities the number is exact, where for others it is a quotient.</param>
/// <param name="Exactly">What they make where all of them are exact.</param>
public sealed record SqlPerQuery(string Text, SqlColumn Entities, SqlColumn Known, SqlColumn? Value, SqlColumn? ExactKnown, SqlColumn? Exactly);
