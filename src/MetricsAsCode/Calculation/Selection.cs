namespace MetricsAsCode.Calculation;

/// <summary>A condition over the rows of one source. Filters compare by identity: one instance is computed once per block.</summary>
/// <param name="text">The condition as the analyst would write it.</param>
/// <param name="kernel">Finds the rows where the condition is known to be true.</param>
/// <param name="tests">The set memberships that the kernel asks for by index (<see cref="Block.Test(int, int)"/>); empty for a condition that does not depend on the period.</param>
public sealed class Filter(string text, FilterKernel kernel, params IReadOnlyList<SetTest> tests)
{
    /// <summary>The condition as the analyst would write it.</summary>
    public string Text { get; } = text;

    /// <summary>Finds the rows.</summary>
    public FilterKernel Kernel { get; } = kernel;

    /// <summary>The set memberships that the kernel asks for.</summary>
    public IReadOnlyList<SetTest> Tests { get; } = tests;
}

/// <summary>Whether a row's entity is a member of a set, at the stretch of the reading that uses the filter or value.</summary>
/// <param name="Operand">The entity's column, seen from the source of the rows.</param>
/// <param name="Set">The set.</param>
public sealed record SetTest(ColumnPath Operand, SetFormula Set);

/// <summary>Rows of a source that pass every filter. Selections compare by identity.</summary>
/// <param name="source">The source's name.</param>
/// <param name="time">The column that decides a row's period; null when every row counts in every period.</param>
/// <param name="filters">Filters that must all hold; empty for all rows.</param>
public sealed class Selection(string source, ColumnPath? time, params IReadOnlyList<Filter> filters)
{
    private Selection? begun;

    /// <summary>The source's name.</summary>
    public string Source { get; } = source;

    /// <summary>The column that decides a row's period, or null.</summary>
    public ColumnPath? Time { get; } = time;

    /// <summary>Filters that must all hold.</summary>
    public IReadOnlyList<Filter> Filters { get; } = filters;

    /// <summary>Whether a stretch holds the rows that live at its end.</summary>
    internal bool IsState => Time is { Until: not null, IncludesEnded: false };

    /// <summary>All rows that have begun in a stretch, whether or not they have ended by its end; this selection itself when its rows are no states.</summary>
    internal Selection Begun => !IsState ? this : begun ??= new Selection(Source, Time!.Begun());
}
