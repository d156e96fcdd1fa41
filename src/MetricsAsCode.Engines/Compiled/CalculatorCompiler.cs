using System.Reflection;
using System.Runtime.Loader;
using MetricsAsCode.Calculation;
using MetricsAsCode.Compiler.Emit.CSharp;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Data;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MetricsAsCode.Engines.Compiled;

/// <summary>Compiles a plan in memory, through the same C# that the source generator writes, and loads the calculator.</summary>
public static class CalculatorCompiler
{
    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp13);

    // The calculators see what this process sees: the platform, and the very runtime that they are handed to.
    private static readonly Lazy<IReadOnlyList<MetadataReference>> Platform = new(() =>
        [
            .. ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || IsCore(path))
                .Select(path => MetadataReference.CreateFromFile(path)),
            MetadataReference.CreateFromFile(typeof(Calculator).Assembly.Location),
        ]);

    /// <exception cref="InvalidOperationException">The C# does not compile, which is a mistake of the emitter.</exception>
    public static CompiledModule Compile(Plan plan) => Compile([plan])[0];

    /// <summary>Several modules of different names in one assembly, which is cheaper. Disposing one of them lets all of them go.</summary>
    /// <exception cref="InvalidOperationException">The C# does not compile, which is a mistake of the emitter.</exception>
    public static IReadOnlyList<CompiledModule> Compile(IReadOnlyList<Plan> plans)
    {
        string name = new ModuleNames(plans[0]).QualifiedCalculator;
        var context = new AssemblyLoadContext(name, isCollectible: true);
        // MetricsAsCode itself must be the one that is loaded already, whichever context that is in.
        context.Resolving += static (_, name) => name.Name == typeof(Calculator).Assembly.GetName().Name ? typeof(Calculator).Assembly : null;
        string[] codes = [.. plans.Select(CSharpEmitter.Emit)];
        var assembly = context.LoadFromStream(Build(name, codes));
        return [.. plans.Select((plan, i) => Module(plan, codes[i], assembly, context))];
    }

    private static CompiledModule Module(Plan plan, string code, Assembly assembly, AssemblyLoadContext context)
    {
        var names = new ModuleNames(plan);
        var sources = plan.Sources.Select(s => Contract(assembly, $"{names.Namespace}.{names.Of(s.Source).Frame}"));
        return new CompiledModule(
            plan.Module.Name,
            code,
            assembly.GetType(names.QualifiedCalculator, throwOnError: true)!,
            sources.ToDictionary(s => s.Schema.Name, StringComparer.Ordinal),
            context);
    }

    private static MemoryStream Build(string name, IReadOnlyList<string> codes)
    {
        var compilation = CSharpCompilation.Create(
            name,
            codes.Select((code, i) => CSharpSyntaxTree.ParseText(code, Language, FormattableString.Invariant($"{i}.g.cs"))),
            Platform.Value,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, deterministic: true));
        var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        if (!result.Success)
        {
            var errors = result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error);
            throw new InvalidOperationException($"The calculator of {name} does not compile:\n{string.Join('\n', errors)}\n\n{string.Join('\n', codes)}");
        }

        stream.Position = 0;
        return stream;
    }

    private static SourceContract Contract(Assembly assembly, string frame)
    {
        var type = assembly.GetType(frame, throwOnError: true)!;
        var schema = (SourceSchema)type.GetProperty("Schema")!.GetValue(null)!;
        var columns = (IReadOnlyList<string>)type.GetProperty("ColumnsInUse")!.GetValue(null)!;
        return new SourceContract(schema, columns.ToHashSet(StringComparer.Ordinal));
    }

    private static bool IsCore(string path) => Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll";
}
