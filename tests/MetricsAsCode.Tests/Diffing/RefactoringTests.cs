using System.Text.RegularExpressions;
using MetricsAsCode.Compiler;
using MetricsAsCode.Compiler.Fingerprints;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Tests.Diffing;

/// <summary>The definitions of blinkit, written differently and meaning the same.</summary>
public sealed partial class RefactoringTests
{
    [Fact]
    public void A_pure_refactoring_changes_no_metric()
    {
        var files = Blinkit();
        var lets = files.Where(f => f.Key.Contains("/blinkit/", StringComparison.Ordinal)).SelectMany(f => f.Value.Split('\n')).Where(l => l.StartsWith("let ", StringComparison.Ordinal)).Select(l => l.Split(' ')[1]).ToList();
        lets.Count.ShouldBeGreaterThan(3);

        var diff = DefinitionDiff.Between(Forms(files), Forms(files.ToDictionary(f => f.Key, f => Refactored(f.Key, f.Value, lets), StringComparer.Ordinal)));

        diff.Changes.Where(c => c.Kind != ChangeKind.Renamed || c.Form.Kind != DeclarationKind.Let).Select(c => $"{c.Kind} {c.Form.Key}").ShouldBeEmpty();
        diff.Changes.Select(c => c.Old!.Name).ShouldBe(lets, ignoreOrder: true);
        diff.Rewritten.ShouldBeGreaterThan(0);
    }

    /// <summary>The same file without its comments, with its declarations in another order and its lets under other names; the conditions of `where` turned round.</summary>
    private static string Refactored(string path, string text, IReadOnlyList<string> lets)
    {
        if (!path.Contains("/blinkit/", StringComparison.Ordinal))
            return text;
        var tree = Parser.Parse(new SourceText(path, text));
        var declarations = tree.Declarations.Where(d => d is not TestDeclaration).Reverse().Select(d => WithDescription(d, text));
        string all = $"module {tree.Module!.Text}\n\n{string.Join("\n\n\n", declarations)}\n";
        all = Words().Replace(all, word => lets.Contains(word.Value) && IsLet(all, word) ? $"{word.Value}_rows" : word.Value);
        return all
            .Replace("where status = delivered", "where not (not (delivered = status))", StringComparison.Ordinal)
            .Replace(" / ", "\n    / ", StringComparison.Ordinal);
    }

    // A step may be called like a `let`, and `delivered` and `opened` are values too: the rows are what stands before a dot, inside the brackets of a function, or is declared.
    private static bool IsLet(string text, Match word)
    {
        string before = text[..word.Index];
        return !before.EndsWith("step ", StringComparison.Ordinal) && !before.EndsWith('.')
            && (word.Value is not ("delivered" or "opened") || text[word.Index + word.Length] == '.' || new[] { "(", "let ", "returning in ", "sample of " }.Any(w => before.EndsWith(w, StringComparison.Ordinal)));
    }

    /// <summary>Texts and comments as a whole, so that no word in them is taken for a name.</summary>
    [GeneratedRegex("""\"(?:[^"\\]|\\.)*\"|//[^\n]*|[a-z_0-9]+""")]
    private static partial Regex Words();

    private static string WithDescription(DeclarationSyntax declaration, string text)
    {
        string description = declaration.Description is { } said ? string.Concat(said.Split('\n').Select(l => $"/// {l}\n")) : "";
        return description + text.Substring(declaration.Span.Start, declaration.Span.Length);
    }

    private static DeclarationForms Forms(IReadOnlyDictionary<string, string> files)
    {
        var trees = files.Select(f => Parser.Parse(new SourceText(f.Key, f.Value))).ToList();
        var program = Compilation.Bind(trees);
        program.Diagnostics.Where(d => d.IsError).Select(d => d.ToString()).ShouldBeEmpty();
        return DeclarationForms.Of(program, trees);
    }

    private static Dictionary<string, string> Blinkit() => new[] { "blinkit", "support", "success" }
        .SelectMany(m => Directory.EnumerateFiles(Repository.PathOf($"metrics-defs/{m}"), "*.metrics"))
        .ToDictionary(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
}
