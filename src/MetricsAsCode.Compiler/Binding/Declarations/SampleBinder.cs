using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Declarations;

// 1. The rows asked are rows of another source with any filters and time, but no window: the period of a result says which of them count.
// 2. A row of the sample answers for the row that `via` refers to, or for those with an equal column of the same name and type.
// 3. With `like` a source takes over the sample as well, of the one source of its own module that is like the one asked; without such a source it is none.

/// <summary><c>sample of tickets where survey_sent_at is known via ticket_id</c></summary>
internal sealed class SampleBinder(SampleSyntax written, SourceSymbol source, Scope scope)
{
    public static void Bind(IReadOnlyList<PlacedMember> members, SourceSymbol source, Scope scope)
    {
        if (SourceMembers.Only<SampleSyntax>(members, source, "sample", scope) is not { } place)
        {
            return;
        }

        var named = place.IsOwn ? scope : ViewOf(place.Written, scope);
        var sample = new SampleBinder((SampleSyntax)place.Member, source, named).Bind();
        source.Sample = place.IsOwn || sample?.Asked.Source.Module == source.Module ? sample : null;
    }

    private SampleOf? Bind()
    {
        var asked = Asked();
        var via = Via(asked?.Source);
        if (asked is null || via is null || KeyOf(asked.Source, via) is not { } key)
        {
            return null;
        }

        var sample = new SampleOf(source, ReferencePaths.Column([], via), asked, ReferencePaths.Column([], key));
        var rate = sample.ResponseRate(asked);
        return CalendarCheck.Fits(rate, written.Rows, scope) && StateCheck.Fits(rate, written.Rows, scope) ? sample : null;
    }

    private BoundRows? Asked()
    {
        var at = scope.At(written.Rows);
        var meaning = NumberBinder.Bind(written.Rows, scope);
        if (meaning is not RowsMeaning { Rows: var rows })
        {
            if (meaning is not ErrorMeaning)
            {
                scope.Report(TypeErrors.SomethingElseIsDue(at, meaning.Sort, "rows", "Write `sample of SOURCE where CONDITION via COLUMN`."));
            }

            return null;
        }

        var finding = rows.Steps.OfType<RowWindow>().FirstOrDefault() is { } moved ? TypeErrors.NoMeaningHere(at, moved.Window.ToString(), "the period of a result says which rows were asked")
            : ReferenceEquals(rows.Source, source) ? TypeErrors.CannotBe(at, $"`{source.Name}` cannot be a sample of itself", "Name the rows that were asked")
            : source.Lifetime is not null ? TypeErrors.CannotBe(scope.At(written), $"The rows of `{source.Name}` come and go, and an answer is given once", "Leave out the lifetime or the sample")
            : null;
        if (finding is not null)
        {
            scope.Report(finding);
        }

        return finding is null && RowsArgument.CheckTime(rows, scope, written.Rows) ? rows : null;
    }

    private ColumnSymbol? Via(SourceSymbol? asked)
    {
        if (source.Column(written.Via.Text) is { } column)
        {
            return column.IsError ? null : column;
        }

        if (!written.Via.IsMissing)
        {
            var fit = source.Columns.Where(c => asked is null || Counterpart(asked, c) is not null).Select(c => c.Name).ToArray();
            scope.Report(NameErrors.ColumnUnknown(scope.At(written.Via), source.Name, written.Via.Text, fit.Length > 0 ? fit : source.Columns.Select(c => c.Name)));
        }

        return null;
    }

    private ColumnSymbol? KeyOf(SourceSymbol asked, ColumnSymbol via)
    {
        if (Counterpart(asked, via) is { } key)
        {
            return key;
        }

        if (asked.Column(via.Name) is not { IsError: true })
        {
            string? why = asked.Column(via.Name) is { } other ? $"it is {RowBinder.An(via.Type)} here and {RowBinder.An(other.Type)} there" : null;
            scope.Report(StateErrors.SaysNotWhoWasAsked(scope.At(written.Via), via.Name, asked.Name, why));
        }

        return null;
    }

    private static ColumnSymbol? Counterpart(SourceSymbol asked, ColumnSymbol via) =>
        ReferenceEquals(via.References, asked) ? asked.Keys.Single()
        : asked.Column(via.Name) is { IsError: false } same && same.Type.Optional() == via.Type.Optional() ? same
        : null;

    /// <summary>
    /// Another module's names, with the sources of the own one that are like its sources in their place. What is wrong with the sample is said where it is written;
    /// here it may just not fit.
    /// </summary>
    private static Scope ViewOf(Scope other, Scope own)
    {
        if (ReferenceEquals(other.Module, own.Module))
        {
            return own with { Tree = other.Tree, Findings = new DiagnosticBag() };
        }

        var given = new Dictionary<string, Named>(StringComparer.Ordinal);
        foreach (var source in other.Module.Sources)
        {
            var alike = own.Module.Sources.Where(s => SourceMembers.IsLike(s, source)).ToArray();
            if (alike.Length == 1)
            {
                given.Add(source.Name, new NamedSource(alike[0]));
            }
        }

        var findings = new DiagnosticBag();
        return other with { Module = other.Module.Over(given, own.Product, findings), Findings = findings };
    }
}
