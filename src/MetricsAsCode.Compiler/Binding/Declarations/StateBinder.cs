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
        if (SourceMembers.Only<LifetimeSyntax>(members, source, "lifetime", scope) is { } lifetime)
        {
            source.Lifetime = new StateBinder(members, source, lifetime.For(scope)).Lifetime((LifetimeSyntax)lifetime.Member);
        }

        if (SourceMembers.Only<RowGrainSyntax>(members, source, "`every`", scope) is { } grain)
        {
            source.RowGrain = new StateBinder(members, source, grain.For(scope)).RowGrain((RowGrainSyntax)grain.Member);
        }
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
