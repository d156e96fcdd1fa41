namespace MetricsAsCode.Calculation;

/// <summary>A column that is needed, for a metric or a breakdown, was not read.</summary>
/// <param name="source">The source's name.</param>
/// <param name="column">The column's name.</param>
public sealed class MissingColumnException(string source, string column)
    : Exception($"Column `{column}` of `{source}` is needed but was not read. Read it too, with `also: [\"{column}\"]`.")
{
    /// <summary>The source's name.</summary>
    public string SourceName { get; } = source;

    /// <summary>The column's name.</summary>
    public string Column { get; } = column;
}
