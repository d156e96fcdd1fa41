using System.Collections.Immutable;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines.Reference;

/// <summary>What a measure is evaluated for: a stretch of days, and the rows it may see of it (of one group, of one entity).</summary>
internal sealed record Context(Stretch Period, ImmutableList<Restriction> Restrictions)
{
    public Context(Stretch period)
        : this(period, [])
    {
    }

    public bool IsGrouped => Restrictions.Any(r => r is DimensionRestriction);

    public Context At(Stretch period) => this with { Period = period };

    public Context With(Restriction restriction) => this with { Restrictions = Restrictions.Add(restriction) };

    /// <summary>The same without entities: a group has rows or not, whichever entity is looked at.</summary>
    public Context GroupOnly() => this with { Restrictions = Restrictions.RemoveAll(r => r is not DimensionRestriction) };

    /// <summary>The same for the entities of a <c>per</c> inside another one: an outer entity counts where it is reached.</summary>
    public Context ForKey() => this with
    {
        Restrictions = [.. Restrictions.Select(r => r is EntityRestriction entity ? entity with { WhereReached = true } : r)],
    };
}
