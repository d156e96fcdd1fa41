using System.Text;
using MetricsAsCode.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MetricsAsCode.Benchmarks.Compiling;

/// <summary>A C# project with definitions, edited and generated again as in an editor: Roslyn's own driver decides what runs anew.</summary>
internal sealed class GeneratorProject
{
    private readonly CSharpCompilation project = CSharpCompilation.Create("consumer", [CSharpSyntaxTree.ParseText("class C;")]);
    private readonly Dictionary<string, Definitions> files;
    private GeneratorDriver driver;

    public GeneratorProject(IEnumerable<(string Path, string Text)> definitions)
    {
        files = definitions.ToDictionary(f => f.Path, f => new Definitions(f.Path, f.Text), StringComparer.Ordinal);
        driver = CSharpGeneratorDriver.Create([new MetricsGenerator().AsSourceGenerator()], files.Values);
    }

    public GeneratorProject With((string Path, string Text) edited)
    {
        var file = new Definitions(edited.Path, edited.Text);
        driver = driver.ReplaceAdditionalText(files[edited.Path], file);
        files[edited.Path] = file;
        return this;
    }

    public void Run()
    {
        driver = driver.RunGenerators(project);
        var result = driver.GetRunResult().Results.Single();
        if (result.Exception is { } exception)
            throw new InvalidOperationException("The generator failed.", exception);
        if (result.GeneratedSources.IsEmpty)
            throw new InvalidOperationException("The generator wrote nothing.");
    }

    private sealed class Definitions(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override Microsoft.CodeAnalysis.Text.SourceText GetText(CancellationToken cancellationToken = default) => Microsoft.CodeAnalysis.Text.SourceText.From(text, Encoding.UTF8);
    }
}
