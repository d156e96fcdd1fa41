using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Declarations;

// 1. `like` takes over all members of the other source; one of its columns that is written again, with the same type, is replaced in its place.
// 2. What a source says itself of its time, of its rows' lifetime, of the month they stand for or of whom they are a sample replaces what the other says.
// 3. A reference that is taken over leads to the one source of the own module that is like the other's target; without such a source the column is a plain one.

/// <summary>The members of a source: its own, and those that <c>like</c> takes over.</summary>
internal static class SourceMembers
{
    public static ImmutableArray<PlacedMember> Of(SourceDeclaration declaration, SourceSymbol source, Scope scope)
    {
        var own = declaration.Members.Select(m => new PlacedMember(m, scope, IsOwn: true)).ToImmutableArray();
        if (declaration.Like is not { } path)
        {
            return own;
        }

        if (scope.Module.Find(path, out int used) is not NamedSource { Source: var other } || used != path.Parts.Length)
        {
            scope.Report(NameErrors.NotDefined(scope.At(path), path.Text, scope.Module.NamesBeside(path)));
            return own;
        }

        source.Like = other;
        var taken = scope.Module.Session.Once(
            source.QualifiedName, scope.At(path), () => scope.Module.Session.Sources[other].Members, ImmutableArray<PlacedMember>.Empty);
        return Merge(taken, own, source, scope);
    }

    /// <summary>What a reference of a taken-over column leads to, seen from the source that takes it over; null when that is nothing.</summary>
    public static SourceSymbol? Counterpart(SourceSymbol target, ColumnSyntax column, SourceSymbol source, Scope scope)
    {
        if (string.Equals(target.Module, source.Module, StringComparison.Ordinal))
        {
            return target;
        }

        var own = scope.Module.Sources.Where(s => IsLike(s, target)).ToArray();
        if (own.Length > 1)
        {
            scope.Report(ReuseErrors.ManyCounterparts(source.Location, source.Name, column.Name.Text, target.QualifiedName, own.Select(s => s.Name)));
        }

        return own.Length == 1 ? own[0] : null;
    }

    /// <summary>Whether a source takes over another's columns, itself or through others.</summary>
    public static bool IsLike(SourceSymbol source, SourceSymbol other)
    {
        var seen = new HashSet<SourceSymbol>();
        for (var at = source.Like; at is not null && seen.Add(at); at = at.Like)
        {
            if (ReferenceEquals(at, other))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The one member of a sort; those that a source says again are reported. What it says itself replaces what it takes over.</summary>
    public static PlacedMember? Only<T>(IReadOnlyList<PlacedMember> members, SourceSymbol source, string what, Scope scope)
        where T : SourceMember
    {
        var all = members.Where(m => m.Member is T).ToArray();
        foreach (var again in all.Where(m => m.IsOwn).Skip(1).Select(m => m.Member))
        {
            scope.Report(TypeErrors.CannotBe(scope.At(again), $"`{source.Name}` has a {what} already", "Keep one of the two"));
        }

        return all.FirstOrDefault(m => m.IsOwn) ?? all.FirstOrDefault();
    }

    private static ImmutableArray<PlacedMember> Merge(ImmutableArray<PlacedMember> taken, ImmutableArray<PlacedMember> own, SourceSymbol source, Scope scope)
    {
        var merged = taken.Select(m => m with { IsOwn = false }).ToList();
        if (own.Any(m => IsTime(m.Member)))
        {
            merged = [.. merged.Where(m => m.Member is not BorrowedTime).Select(m => m.Member is ColumnSyntax { IsTime: true } c ? m with { Member = c with { IsTime = false } } : m)];
        }

        merged.RemoveAll(m => m.Member is LifetimeSyntax or RowGrainSyntax or SampleSyntax && own.Any(o => o.Member.GetType() == m.Member.GetType()));
        foreach (var member in own)
        {
            int again = member.Member is ColumnSyntax column ? merged.FindIndex(m => !m.IsOwn && m.Member is ColumnSyntax c && c.Name.Text == column.Name.Text) : -1;
            if (again < 0)
            {
                merged.Add(member);
                continue;
            }

            CheckType((ColumnSyntax)merged[again].Member, (ColumnSyntax)member.Member, source, scope);
            merged[again] = member;
        }

        return [.. merged];
    }

    private static void CheckType(ColumnSyntax taken, ColumnSyntax own, SourceSymbol source, Scope scope)
    {
        if (taken.Type.Name.Text != own.Type.Name.Text)
        {
            scope.Report(ReuseErrors.TypeChanged(scope.At(own.Type), own.Name.Text, own.Type.Name.Text, source.Like!.QualifiedName, taken.Type.Name.Text));
        }
    }

    private static bool IsTime(SourceMember member) => member is BorrowedTime or ColumnSyntax { IsTime: true };
}
