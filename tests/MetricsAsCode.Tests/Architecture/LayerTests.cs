using System.Text.RegularExpressions;

namespace MetricsAsCode.Tests.Architecture;

/// <summary>The folders of the compiler are layers: each may use those before it, never one behind it.</summary>
public partial class LayerTests
{
    private static readonly string[] InOrder =
    [
        "Text", "Diagnostics", "Syntax", "Symbols", "Binding.Model", "Binding.Model.Printing", "Binding", "Planning.Model", "Planning", "Planning.Printing", "Emit.CSharp", "Fingerprints",
    ];

    // Symbols and the bound model name each other: a metric has a body, a body reads columns. They are one layer in two folders.
    private static readonly HashSet<(string User, string Used)> Together = [("Symbols", "Binding.Model")];

    [Fact]
    public void Arrows_point_one_way()
    {
        string compiler = Repository.PathOf("src/MetricsAsCode.Compiler");
        var wrong =
            from file in Directory.EnumerateFiles(compiler, "*.cs", SearchOption.AllDirectories)
            where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            let text = File.ReadAllText(file)
            let user = LayerOf(NamespaceOf(text))
            where user is not null
            from Match use in Uses().Matches(text)
            let used = LayerOf(use.Groups[1].Value)
            where used is not null && Array.IndexOf(InOrder, used) > Array.IndexOf(InOrder, user) && !Together.Contains((user, used))
            select $"{Path.GetRelativePath(compiler, file)}: {user} uses {used}";

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_layer_has_files()
    {
        string compiler = Repository.PathOf("src/MetricsAsCode.Compiler");

        InOrder.ShouldAllBe(layer => Directory.EnumerateFiles(Path.Combine(compiler, layer.Replace('.', Path.DirectorySeparatorChar)), "*.cs").Any());
    }

    /// <summary>The deepest layer that the namespace lies in.</summary>
    private static string? LayerOf(string name) => InOrder
        .Where(layer => ($"{name}.").StartsWith($"MetricsAsCode.Compiler.{layer}.", StringComparison.Ordinal))
        .MaxBy(layer => layer.Length);

    private static string NamespaceOf(string text) => Namespace().Match(text).Groups[1].Value;

    [GeneratedRegex(@"^using (?:static )?(MetricsAsCode\.Compiler[\w.]*);", RegexOptions.Multiline)]
    private static partial Regex Uses();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
