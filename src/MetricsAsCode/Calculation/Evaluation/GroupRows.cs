using MetricsAsCode.Calculation.Scopes;

namespace MetricsAsCode.Calculation.Evaluation;

/// <summary>Which groups of a breakdown have rows, before any filter.</summary>
internal sealed class GroupRows(IReadings readings)
{
    private readonly Dictionary<(GroupScope, string, string?, Time.Stretch), bool[]> known = [];

    /// <summary>By member of a scope, whether its group has a row of one of the leaves up to the leaf's end; null outside a breakdown, where nothing is asked.</summary>
    public bool[]? UpToTheEnd(IEnumerable<Leaf> leaves, Scope scope)
    {
        if (scope.Breakdown is not { } groups)
            return null;
        var found = In(leaves.Select(leaf => leaf.BegunByTheEnd()), groups);
        if (ReferenceEquals(scope, groups))
            return found;
        var members = new bool[scope.Count];
        for (var code = 0; code < members.Length; code++)
            members[code] = found[scope.GroupOf(code)];
        return members;
    }

    /// <summary>Which groups have a row of one of the leaves in the leaf's stretch.</summary>
    public bool[] In(IEnumerable<Leaf> leaves, GroupScope groups)
    {
        var any = new bool[groups.Count];
        foreach (var leaf in leaves.Distinct())
        {
            var here = In(leaf, groups);
            for (var group = 0; group < any.Length; group++)
                any[group] |= here[group];
        }

        return any;
    }

    // Leaves that differ by their filters only have the same rows before them.
    private bool[] In(Leaf leaf, GroupScope groups)
    {
        var key = (groups, leaf.Rows.Source, leaf.Rows.Time?.ToString(), leaf.Stretch);
        if (!known.TryGetValue(key, out var here))
            known.Add(key, here = readings.HasRows(leaf, groups));
        return here;
    }
}
