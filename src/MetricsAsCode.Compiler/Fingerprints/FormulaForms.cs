using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Fingerprints;

/// <summary>What <c>let</c>s, functions and segments stand for.</summary>
internal static class FormulaForms
{
    public static DeclarationForm Of(Declared at, LetDeclaration declaration)
    {
        string key = $"{at.Module.Name}.{declaration.Name.Text}";
        var let = at.Module.Lets.First(l => l.Name == declaration.Name.Text);
        var written = at.Written(key).Of(declaration.Value);
        string Meaning() => let switch
        {
            { Rows: { } rows } => CanonicalRows.Of(rows),
            { Set: { } set } => at.Set(set),
            { Number: { } number } => at.Meanings.Measures.Visit(number),
            _ => at.Meaning(written),
        };
        return Form(at, DeclarationKind.Let, declaration, key, written, Meaning, null);
    }

    public static DeclarationForm Of(Declared at, DefineDeclaration declaration)
    {
        string key = $"{at.Module.Name}.{declaration.Name.Text}()";
        var body = at.Written(key, [.. declaration.Parameters.Select(p => p.Name.Text)]).Of(declaration.Body);
        var parameters = declaration.Parameters.Select(p => WrittenForm.Leaf(at.Text(p).Substring(p.Name.Text.Length).Trim()));
        string text = $"({string.Join(", ", declaration.Parameters.Select(at.Text))}) = {body.Text}";
        var written = new WrittenForm("define", [.. parameters, body], text);
        return Form(at, DeclarationKind.Define, declaration, key, written, () => at.Meaning(written), null);
    }

    public static DeclarationForm Of(Declared at, SegmentDeclaration declaration)
    {
        string key = $"{at.Module.Name}.{declaration.Name.Text}";
        var segment = at.Module.Segments.First(s => s.Name == declaration.Name.Text);
        var written = at.Written(key).Of(declaration.Value);
        string Meaning() => Digest.Of("segment", CanonicalSources.Of(segment.Column.Source), CanonicalRows.Of(segment.Column.Condition!));
        return Form(at, DeclarationKind.Segment, declaration, key, written, Meaning, declaration.Label) with { Label = segment.Label };
    }

    private static DeclarationForm Form(Declared at, DeclarationKind kind, DeclarationSyntax declaration, string key, WrittenForm written, Func<string> meaning, TextExpression? label)
    {
        at.Meanings.Declare(key, meaning);
        // Names inside may be declared further on, so what it means is asked for when all is declared.
        return at.Form(kind, declaration.Name.Text, declaration.Name, [new Aspect("meaning", AspectKind.Value, "", written.Text) { Written = written }, .. Declared.Labels(label, declaration.Description)]);
    }
}
