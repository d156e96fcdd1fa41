using MetricsAsCode.Benchmarks.Measuring;
using MetricsAsCode.Compiler;
using MetricsAsCode.Compiler.Binding;
using MetricsAsCode.Compiler.Emit.CSharp;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Benchmarks.Compiling;

/// <summary>What compiling so many metrics costs, stage by stage, and one edit of them.</summary>
/// <param name="Stages">By name, in order: times of the whole program.</param>
internal sealed record CompilerResult(int Metrics, int Modules, IReadOnlyDictionary<string, IReadOnlyList<double>> Stages);

/// <summary>Measures the compiler on generated definitions: 100, 1,000 and 10,000 metrics over 200 sources.</summary>
internal static class CompilerPart
{
    public static readonly IReadOnlyList<int> Sizes = [100, 1000, 10_000];

    public static IEnumerable<CompilerResult> Run(int repeats) =>
        from modules in new[] { 20, 1 }
        from metrics in Sizes
        select Measure(metrics, modules, repeats);

    private static CompilerResult Measure(int metrics, int modules, int repeats)
    {
        var files = GeneratedDefinitions.Of(metrics, modules);
        SyntaxTree[] trees = [];
        BoundProgram program = new([], []);
        Plan[] plans = [];
        var stages = new Dictionary<string, IReadOnlyList<double>>(StringComparer.Ordinal)
        {
            ["parse"] = Sample.Of(() => trees = [.. Parsed(files)], repeats).Times,
            ["bind"] = Sample.Of(() => program = Compilation.Bind(trees), repeats).Times,
            ["plan"] = Sample.Of(() => plans = [.. Own(program).Select(m => Planner.Plan(m))], repeats).Times,
            ["emit"] = Sample.Of(() => Emit(plans), repeats).Times,
            ["all"] = Sample.Of(() => Whole(files), repeats).Times,
            ["generator, first"] = Sample.Of(() => new GeneratorProject(files).Run(), repeats).Times,
        };
        var project = new GeneratorProject(files);
        project.Run();
        int edit = 0;
        stages["generator, one edit"] = Sample.Of(() => project.With(GeneratedDefinitions.Edited(metrics, modules, ++edit)).Run(), repeats).Times;
        if (program.Diagnostics.FirstOrDefault(d => d.IsError) is { } error)
            throw new InvalidOperationException($"The generated definitions do not compile: {error}");
        Console.Error.WriteLine($"{metrics} metrics, {modules} modules: {string.Join(", ", stages.Select(s => FormattableString.Invariant($"{s.Key} {new Sample(s.Value).Median:N1}")))} ms");
        return new CompilerResult(metrics, modules, stages);
    }

    private static IEnumerable<SyntaxTree> Parsed(IReadOnlyList<(string Path, string Text)> files) => Compilation.Parse([.. files.Select(f => new SourceText(f.Path, f.Text))]);

    private static void Emit(IEnumerable<Plan> plans)
    {
        foreach (var plan in plans)
            CSharpEmitter.Emit(plan);
    }

    private static void Whole(IReadOnlyList<(string Path, string Text)> files)
    {
        var program = Compilation.Bind(Parsed(files));
        Emit(Own(program).Select(m => Planner.Plan(m)));
    }

    private static IEnumerable<ModuleSymbol> Own(BoundProgram program) => program.Modules.Where(m => m.Name.StartsWith("area_", StringComparison.Ordinal));
}
