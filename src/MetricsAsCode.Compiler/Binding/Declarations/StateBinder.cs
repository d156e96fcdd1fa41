using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>What a source says of all its rows: from when to when they live, what unit of time they stand for.</summary>
internal sealed class StateBinder(IReadOnlyList<PlacedMember> members, SourceSymbol source, Scope scope)
{
    public void Bind()
    {
        if (Only<LifetimeSyntax>("lifetime") is { } lifetime)
        {
            source.Lifetime = new StateBinder(members, source, lifetime.Scope).Lifetime(lifetime.Member);
        }

        if (Only<RowGrainSyntax>("`every`") is { } grain)
        {
            source.RowGrain = new StateBinder(members, source, grain.Scope).RowGrain(grain.Member);
        }

        if (Only<SampleSyntax>("sample") is { } sample)
        {
            sample.Scope.Report(TypeErrors.NotSupportedYet(
                sample.Scope.At(sample.Member), "A source that is a sample of another", "Leave the member out, and divide by the count of the rows that were asked for a response rate."));
        }
    }

    private (T Member, Scope Scope)? Only<T>(string what)
        where T : SourceMember
    {
        var all = members.Where(m => m.Member is T).ToArray();
        foreach (var again in all.Where(m => m.IsOwn).Skip(1).Select(m => m.Member))
        {
            scope.Report(TypeErrors.CannotBe(scope.At(again), $"`{source.Name}` has a {what} already", "Keep one of the two"));
        }

        // What a source says itself replaces what it takes over.
        return (all.FirstOrDefault(m => m.IsOwn) ?? all.FirstOrDefault()) is { } one ? ((T)one.Member, one.For(scope)) : null;
    }

    private Lifetime? Lifetime(LifetimeSyntax written)
    {
        var (from, to) = (Column(written.From), Column(written.To));
        if (from is null || to is null)
        {
            return null;
        }

        if (from.Type.Kind != to.Type.Kind)
        {
            scope.Report(TypeErrors.CannotBe(
                scope.At(written),
                $"`{from.Name}` is {RowBinder.An(from.Type)} and `{to.Name}` {RowBinder.An(to.Type)}, so one could not say whether two lives meet",
                "Declare both as dates, or both as timestamps"));
            return null;
        }

        if (written.IsThrough && to.Type.Kind != ScalarKind.Date)
        {
            scope.Report(TypeErrors.CannotBe(scope.At(written.To), $"`through` includes a day, and `{to.Name}` is {RowBinder.An(to.Type)}", $"Write `to {to.Name}`"));
            return null;
        }

        return new Lifetime(from, to, written.IsThrough);
    }

    private ColumnSymbol? Column(Identifier name)
    {
        if (source.Column(name.Text) is not { } column)
        {
            scope.Report(NameErrors.ColumnUnknown(scope.At(name), source.Name, name.Text, source.Columns.Where(c => c.Type.IsTemporal).Select(c => c.Name)));
            return null;
        }

        if (!column.IsError && !column.Type.IsTemporal)
        {
            scope.Report(TypeErrors.Expected(scope.At(name), "A date or timestamp column", RowBinder.An(column.Type)));
        }

        return column.Type.IsTemporal && !column.IsError ? column : null;
    }

    private Grain? RowGrain(RowGrainSyntax written)
    {
        if (written.Grain.Grain != Grain.Month)
        {
            scope.Report(TypeErrors.CannotBe(scope.At(written.Grain), "A row can stand for a whole month only", "Write `every month`"));
            return null;
        }

        return written.Grain.Grain;
    }
}
