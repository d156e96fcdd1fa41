using MetricsAsCode.Compiler.Binding.Model.Printing;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Fingerprints;

/// <summary>What a source says: where its rows lie, and each column by itself.</summary>
internal static class SourceForms
{
    public static DeclarationForm Of(Declared at, SourceDeclaration declaration)
    {
        var source = at.Module.Sources.First(s => s.Name == declaration.Name.Text);
        at.Meanings.Declare(source.QualifiedName, () => CanonicalSources.Of(source));
        bool IsTakenOver(ColumnSymbol column) => declaration.Like is not null && !declaration.Members.OfType<ColumnSyntax>().Any(m => m.Name.Text == column.Name);
        var form = at.Form(DeclarationKind.Source, source.Name, declaration.Name, [.. Whole(source, Sample(at, declaration)), .. source.Columns.SelectMany(c => Column(c, IsTakenOver(c)))]);
        var others = source.Columns.Select(c => c.References).Append(source.Like).Append(source.Sample?.Asked.Source).OfType<SourceSymbol>().Where(s => s != source);
        return form with { Uses = [.. form.Uses.Concat(others.Select(s => s.QualifiedName)).Distinct()] };
    }

    /// <summary>The rows asked, as they are written: they may be those of a <c>let</c>.</summary>
    private static WrittenForm? Sample(Declared at, SourceDeclaration declaration) => declaration.Members.OfType<SampleSyntax>().FirstOrDefault() is { } sample
        ? new WrittenForm("sample", [at.Written(null).Of(sample.Rows), WrittenForm.Leaf(sample.Via.Text)], $"of {at.Text(sample.Rows)} via {sample.Via.Text}")
        : null;

    private static IEnumerable<Aspect> Whole(SourceSymbol source, WrittenForm? written)
    {
        yield return new Aspect("from", AspectKind.Value, CanonicalSources.Origin(source), source.Table is null ? $"{source.Format} {NumberText.Quoted(source.Place)}" : "table");
        if (source.Table is { } table)
        {
            yield return new Aspect("rows", AspectKind.Value, CanonicalSources.Rows(table), FormattableString.Invariant($"{table.Rows.Length} rows"));
        }

        yield return Aspect.Of("key", AspectKind.Value, string.Join(", ", source.Keys.Select(k => k.Name)));
        yield return Aspect.Of("time", AspectKind.Value, source.Time is { } path ? string.Join(".", path.Select(c => c.Name)) : null);
        yield return Aspect.Of("valid", AspectKind.Value, source.Lifetime is { } life ? $"from {life.From.Name} {(life.IsThrough ? "through" : "to")} {life.To.Name}" : null);
        yield return Aspect.Of("every", AspectKind.Value, source.RowGrain is { } grain ? GrainText.Of(grain) : null);
        yield return source.Sample is { } sample
            ? new Aspect("sample", AspectKind.Value, Digest.Of("sample", CanonicalRows.Of(sample.Asked), CanonicalRows.Of(sample.Via)), written?.Text ?? "") { Written = written, IsDerived = written is null }
            : Aspect.Of("sample", AspectKind.Value, null);
        yield return Aspect.Of("description", AspectKind.Metadata, source.Description);
    }

    private static IEnumerable<Aspect> Column(ColumnSymbol column, bool isInherited)
    {
        yield return new Aspect($"column {column.Name}", AspectKind.Value, CanonicalSources.Column(column), Words(column)) { IsDerived = isInherited };
        yield return Aspect.Of($"description of {column.Name}", AspectKind.Metadata, column.Description);
    }

    /// <summary>A column as it would be written.</summary>
    private static string Words(ColumnSymbol column)
    {
        string[] words =
        [
            $"{column.Name} {column.Type}",
            column.References is { } target ? $"-> {target.Name}" : "",
            column.IsClosed ? $"in [{string.Join(", ", column.Values)}]" : column.Low is not null || column.High is not null ? $"in {Bound(column.Low)}..{Bound(column.High)}" : "",
            column.FileName is { } file ? $"from {NumberText.Quoted(file)}" : "",
            column.Zone is { } zone ? $"zone {NumberText.Quoted(zone)}" : "",
        ];
        return string.Join(" ", words.Where(w => w.Length > 0));
    }

    private static string Bound(decimal? bound) => bound is { } value ? NumberText.Of(value) : "";
}
