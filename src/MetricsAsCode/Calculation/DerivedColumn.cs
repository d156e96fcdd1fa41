using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation;

/// <summary>
/// A column that follows from other rows of the data and the as-of, not from a period. It is computed once, when a calculator's data are bound;
/// filters and values read it like a stored column of its source. Rows that are not before the as-of never count as other rows.
/// </summary>
public abstract class DerivedColumn
{
    private protected DerivedColumn(string name, string source) => (Name, Source) = (name, source);

    /// <summary>The column's name, which no stored column of the source has.</summary>
    public string Name { get; }

    /// <summary>The source whose rows have it.</summary>
    public string Source { get; }

    /// <summary>The columns by which rows belong together, each with the source from which it is reached.</summary>
    internal abstract IEnumerable<(string Source, ColumnPath Path)> Entities { get; }

    /// <summary>One value for each row of the source.</summary>
    internal abstract Column Compute(BoundData data);
}
