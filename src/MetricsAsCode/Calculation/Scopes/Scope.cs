using MetricsAsCode.Calculation.Binding;

namespace MetricsAsCode.Calculation.Scopes;

/// <summary>
/// What a formula is computed for at once: all rows, each group of a breakdown, each entity of a <c>per</c>, or each entity of each group.
/// Its members are numbered from 0 to <see cref="Count"/> - 1; a formula's value is one cell for each. Scopes compare by identity.
/// </summary>
internal abstract class Scope
{
    /// <summary>The scope around this one; null for all rows.</summary>
    public abstract Scope? Parent { get; }

    /// <summary>How many members there are.</summary>
    public abstract int Count { get; }

    /// <summary>The breakdown that this scope is or lies in.</summary>
    public abstract GroupScope? Breakdown { get; }

    /// <summary>The member of the scope around this one that a member belongs to.</summary>
    public abstract int ParentOf(int code);

    /// <summary>The entity that a member is, as its domain numbers it; only inside a <c>per</c>.</summary>
    public virtual int EntityOf(int code) => throw new InvalidOperationException("There are no entities here.");

    /// <summary>The member that each row of a source belongs to; null when all rows belong to member 0.</summary>
    /// <param name="source">The source.</param>
    /// <param name="at">The time at which references to rows with a lifetime are read; null for the rows' own.</param>
    public abstract RowCodes? CodesFor(SourceTable source, ColumnPath? at = null);

    /// <summary>Told of each source and time before rows are read.</summary>
    public virtual void Prepare(SourceTable source, ColumnPath? at)
    {
    }

    /// <summary>The group that a member belongs to; only inside a breakdown.</summary>
    public int GroupOf(int code)
    {
        var scope = this;
        while (scope is not GroupScope)
            (scope, code) = (scope.Parent ?? throw new InvalidOperationException("There is no breakdown here."), scope.ParentOf(code));
        return code;
    }
}
