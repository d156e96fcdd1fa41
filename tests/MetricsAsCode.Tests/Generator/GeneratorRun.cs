using System.Collections.Immutable;
using System.Text;
using MetricsAsCode.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace MetricsAsCode.Tests.Generator;

/// <summary>A project with <c>.metrics</c> files, edited and generated again.</summary>
internal sealed class GeneratorRun
{
    private readonly Dictionary<string, Definitions> files = [];
    private CSharpCompilation project = CSharpCompilation.Create("consumer", [CSharpSyntaxTree.ParseText("class C;")]);
    private GeneratorDriver driver = CSharpGeneratorDriver.Create(
        [new MetricsGenerator().AsSourceGenerator()],
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public GeneratorRun With(string path, string text)
    {
        var file = new Definitions(path, text);
        driver = files.TryGetValue(path, out var old) ? driver.ReplaceAdditionalText(old, file) : driver.AddAdditionalTexts([file]);
        files[path] = file;
        return this;
    }

    public GeneratorRun WithCSharp(string code)
    {
        project = project.AddSyntaxTrees(CSharpSyntaxTree.ParseText(code));
        return this;
    }

    public GeneratorRunResult Run()
    {
        driver = driver.RunGenerators(project);
        return driver.GetRunResult().Results.Single();
    }

    private sealed class Definitions(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
    }
}

internal static class RunReasons
{
    /// <summary>Why each output of a step was made anew, or was not.</summary>
    public static IEnumerable<IncrementalStepRunReason> Of(this GeneratorRunResult run, string step) =>
        run.TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> steps) ? steps.SelectMany(s => s.Outputs).Select(o => o.Reason) : [];
}
