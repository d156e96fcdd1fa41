namespace MetricsAsCode.Calculation.Scopes;

/// <summary>The groups of a breakdown; those beyond the largest few may be one.</summary>
internal abstract class GroupScope : Scope
{
    public override GroupScope Breakdown => this;

    /// <summary>Whether a member is the group of all others.</summary>
    public abstract bool IsOther(int code);

    /// <summary>A group's name; null for the missing.</summary>
    public abstract string? Name(int code);

    public override int ParentOf(int code) => 0;
}
