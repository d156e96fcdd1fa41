using System.Collections.Immutable;

namespace MetricsAsCode.Compiler.Fingerprints;

// 1. Declarations are the same when they are of one kind and have one name in one module.
// 2. One that is gone and one that is new are the same under another name when their fingerprints are equal; what ends alike goes together first.
// 3. A declaration has changed directly where it is written differently and means something else; where it is written the same, up to renamed declarations, it has inherited.
// 4. One that is written differently and means the same has not changed.
// 5. The way to a cause leads through declarations that have changed, and through sources, which columns refer to by place only.

/// <summary>What two compilations of the same definitions make different.</summary>
public sealed class DefinitionDiff
{
    private readonly DeclarationForms old;
    private readonly DeclarationForms @new;
    private readonly Dictionary<string, string> renamed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DeclarationChange> byNewKey = new(StringComparer.Ordinal);

    private DefinitionDiff(DeclarationForms old, DeclarationForms @new) => (this.old, this.@new) = (old, @new);

    /// <summary>By module, kind of change, kind of declaration and name.</summary>
    public ImmutableArray<DeclarationChange> Changes { get; private set; } = [];

    /// <summary>How many declarations are written differently and mean the same.</summary>
    public int Rewritten { get; private set; }

    public static DefinitionDiff Between(DeclarationForms old, DeclarationForms @new)
    {
        var diff = new DefinitionDiff(old, @new);
        diff.Compare();
        return diff;
    }

    private static string Identity(DeclarationForm form) => $"{form.Kind} {form.Module}.{form.Name}";

    private void Compare()
    {
        var were = old.All.GroupBy(Identity).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var are = @new.All.GroupBy(Identity).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var gone = old.All.Where(o => !are.ContainsKey(Identity(o))).ToList();
        var added = @new.All.Where(n => !were.ContainsKey(Identity(n))).ToList();
        var pairs = Renames(gone, added);
        foreach (var (was, now) in pairs)
        {
            renamed[was.Key] = now.Key;
        }

        var changes = new List<DeclarationChange>();
        changes.AddRange(gone.Select(g => new DeclarationChange(ChangeKind.Removed, g, null, [], [])));
        changes.AddRange(added.Select(a => new DeclarationChange(ChangeKind.Added, null, a, [], [])));
        changes.AddRange(pairs.Select(p => new DeclarationChange(ChangeKind.Renamed, p.Old, p.New, [.. Metadata(p.Old, p.New)], [])));
        changes.AddRange(old.All.Where(o => are.ContainsKey(Identity(o))).Select(o => Compare(o, are[Identity(o)])).OfType<DeclarationChange>());
        foreach (var change in changes.Where(c => c.New is not null && !byNewKey.ContainsKey(c.New.Key)))
        {
            byNewKey.Add(change.New!.Key, change);
        }

        Changes =
        [
            .. changes.Select(Explained)
                .OrderBy(c => c.Form.Module, StringComparer.Ordinal).ThenBy(c => c.Kind).ThenBy(c => c.Form.Kind).ThenBy(c => c.Form.Name, StringComparer.Ordinal),
        ];
    }

    private static List<(DeclarationForm Old, DeclarationForm New)> Renames(List<DeclarationForm> gone, List<DeclarationForm> added)
    {
        var pairs = new List<(DeclarationForm, DeclarationForm)>();
        var meanings = gone.Concat(added).Distinct().ToDictionary(f => f, f => f.Fingerprint);
        Func<DeclarationForm, DeclarationForm, bool>[] closestFirst =
        [
            (o, n) => o.Module == n.Module && Last(o) == Last(n),
            (o, n) => o.Module == n.Module,
            (_, _) => true,
        ];
        foreach (var isClose in closestFirst)
        {
            foreach (var was in gone.ToArray())
            {
                if (added.Find(n => n.Kind == was.Kind && isClose(was, n) && meanings[n] == meanings[was]) is { } now)
                {
                    pairs.Add((was, now));
                    gone.Remove(was);
                    added.Remove(now);
                }
            }
        }

        return pairs;
    }

    private static string Last(DeclarationForm form) => form.Name.Substring(form.Name.LastIndexOf('.') + 1);

    private DeclarationChange? Compare(DeclarationForm was, DeclarationForm now)
    {
        var aspects = Aspects(was, now).ToImmutableArray();
        if (aspects.IsEmpty)
        {
            Rewritten += IsWrittenAnew(was, now) ? 1 : 0;
            return null;
        }

        var kind = aspects.All(a => a.Kind == AspectKind.Metadata) ? ChangeKind.Metadata
            : aspects.Any(a => a.IsDirect && a.Kind != AspectKind.Metadata) ? ChangeKind.Changed
            : ChangeKind.Inherited;
        return new DeclarationChange(kind, was, now, aspects, []);
    }

    private IEnumerable<AspectChange> Aspects(DeclarationForm was, DeclarationForm now)
    {
        foreach (string name in was.Aspects.Concat(now.Aspects).Select(a => a.Name).Distinct())
        {
            var (before, after) = (was.Find(name), now.Find(name));
            bool isSame = before is { IsOfNames: true } && after is { IsOfNames: true }
                ? before.Written!.Key(Now) == after.Written!.Key(n => n)
                : (before?.Digest ?? "") == (after?.Digest ?? "");
            if (isSame)
            {
                continue;
            }

            yield return Change(name, before, after);
        }
    }

    private AspectChange Change(string name, Aspect? before, Aspect? after)
    {
        var any = (after ?? before)!;
        var change = new AspectChange(name, any.Kind, !(before?.IsDerived ?? true) || !(after?.IsDerived ?? true), before?.Text ?? "", after?.Text ?? "");
        if (before?.Written is not { } was || after?.Written is not { } now)
        {
            return change;
        }

        return WrittenForm.Difference(was, now, Now) is var (oldPart, newPart)
            ? change with { OldPart = oldPart, NewPart = newPart }
            : change with { IsDirect = false };
    }

    private IEnumerable<AspectChange> Metadata(DeclarationForm was, DeclarationForm now) => Aspects(was, now).Where(a => a.Kind == AspectKind.Metadata);

    private bool IsWrittenAnew(DeclarationForm was, DeclarationForm now) => was.Aspects.Any(a =>
        a is { IsOfNames: false, Written: { } before } && now.Find(a.Name)?.Written is { } after && before.Key(Now) != after.Key(n => n));

    private string Now(string name) => renamed.TryGetValue(name, out string? now) ? now : name;

    /// <summary>With the ways to what has changed it; where there are none, the change is its own after all.</summary>
    private DeclarationChange Explained(DeclarationChange change)
    {
        if (change.Kind is not (ChangeKind.Changed or ChangeKind.Inherited))
        {
            return change;
        }

        var paths = Paths(change.New!, change.Aspects).ToImmutableArray();
        return paths.IsEmpty && change.Kind == ChangeKind.Inherited ? change with { Kind = ChangeKind.Changed } : change with { Paths = paths };
    }

    private IEnumerable<ImmutableArray<DeclarationForm>> Paths(DeclarationForm from, ImmutableArray<AspectChange> aspects)
    {
        // What decides numbers is changed by what decides numbers; how they are shown, by how others are.
        var least = aspects.Any(a => !a.IsDirect && a.Kind == AspectKind.Value) ? AspectKind.Value : AspectKind.Meaning;
        var seen = new HashSet<string>(StringComparer.Ordinal) { from.Key };
        var reached = new Queue<ImmutableArray<DeclarationForm>>([[]]);
        while (reached.Count > 0)
        {
            var path = reached.Dequeue();
            var last = path.IsEmpty ? from : path[path.Length - 1];
            foreach (var next in Causes(last, path.IsEmpty ? aspects : null).Where(n => seen.Add(n.Key)))
            {
                byNewKey.TryGetValue(next.Key, out var change);
                var way = path.Add(next);
                if (change is { Kind: ChangeKind.Added } || change is { Kind: ChangeKind.Changed } && change.Aspects.Any(a => a.IsDirect && a.Kind <= least))
                {
                    yield return way;
                }

                if (change is { Kind: ChangeKind.Changed or ChangeKind.Inherited } || next.Kind == DeclarationKind.Source)
                {
                    reached.Enqueue(way);
                }
            }
        }
    }

    private IEnumerable<DeclarationForm> Causes(DeclarationForm form, ImmutableArray<AspectChange>? aspects)
    {
        var named = form.Uses.Select(@new.Find).OfType<DeclarationForm>();
        if (form.Kind == DeclarationKind.KeyResult && form.Objective is { } objective)
        {
            named = named.Append(@new.Find($"objective {form.Module}.{objective.Name}")).OfType<DeclarationForm>();
        }

        return aspects?.Any(a => a.Name is "calendar" or "thresholds" || a.Name.StartsWith("calendar of", StringComparison.Ordinal)) == true
            ? named.Append(@new.Find($"product {form.Module}")).OfType<DeclarationForm>()
            : named;
    }
}
