namespace MetricsAsCode.Data;

/// <summary>The contract of one source.</summary>
/// <param name="Name">The declared name, e.g. <c>orders</c>.</param>
/// <param name="Columns">The declared columns, in order, with different names.</param>
public sealed record SourceSchema(string Name, IReadOnlyList<ColumnSchema> Columns);
