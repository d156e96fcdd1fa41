using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;
using Microsoft.CodeAnalysis;

namespace MetricsAsCode.Generator;

/// <summary>
/// Typed calculators for the <c>*.metrics</c> files among a project's additional files.
/// Each file is read once per content; all files together are compiled once; a module whose code did not change is not written again.
/// No step looks at the C# of the project, so no edit of it re-runs any.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class MetricsGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var trees = context.AdditionalTextsProvider
            .Where(static file => file.Path.EndsWith(".metrics", StringComparison.OrdinalIgnoreCase))
            .Select(static (file, cancellation) => new SourceText(file.Path, file.GetText(cancellation)?.ToString() ?? ""))
            .WithTrackingName(Steps.Files)
            .Select(static (text, _) => Parser.Parse(text))
            .WithTrackingName(Steps.Trees);
        var compiled = trees.Collect()
            .Select(static (all, _) => all.OrderBy(tree => tree.Text.Path, StringComparer.Ordinal).ToEquatable())
            .WithTrackingName(Steps.Definitions)
            .Select(static (all, _) => CompiledDefinitions.Of(all))
            .WithTrackingName(Steps.Compilation);
        var modules = compiled.SelectMany(static (definitions, _) => definitions.Modules).WithTrackingName(Steps.Modules);
        var findings = compiled.SelectMany(static (definitions, _) => definitions.Findings).WithTrackingName(Steps.Findings);

        context.RegisterSourceOutput(modules, static (output, module) => output.AddSource(module.FileName, module.Code));
        context.RegisterSourceOutput(findings, static (output, finding) => output.ReportDiagnostic(finding.ToDiagnostic()));
    }

    /// <summary>Names of the steps, by which tests ask why one has run.</summary>
    public static class Steps
    {
        public const string Files = "Files";
        public const string Trees = "Trees";
        public const string Definitions = "Definitions";
        public const string Compilation = "Compilation";
        public const string Modules = "Modules";
        public const string Findings = "Findings";
    }
}
