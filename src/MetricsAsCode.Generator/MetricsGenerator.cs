using MetricsAsCode.Compiler;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;
using Microsoft.CodeAnalysis;

namespace MetricsAsCode.Generator;

/// <summary>
/// Typed calculators for the <c>*.metrics</c> files among a project's additional files.
/// Each file is read once per content; files of modules that have to do with each other are compiled together, once; a module whose code did not change is not written again.
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
        var all = trees.Collect()
            .Select(static (all, _) => all.OrderBy(tree => tree.Text.Path, StringComparer.Ordinal).ToEquatable())
            .WithTrackingName(Steps.Definitions);
        var compiled = all.SelectMany(static (all, _) => ModuleGroups.Of(all))
            .WithTrackingName(Steps.Groups)
            .Select(static (group, _) => CompiledDefinitions.Of(group))
            .WithTrackingName(Steps.Compilation)
            .Collect()
            .Combine(all)
            .Select(static (compiled, _) => CompiledDefinitions.Of(compiled.Left, compiled.Right));
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
        public const string Groups = "Groups";
        public const string Compilation = "Compilation";
        public const string Modules = "Modules";
        public const string Findings = "Findings";
    }
}
