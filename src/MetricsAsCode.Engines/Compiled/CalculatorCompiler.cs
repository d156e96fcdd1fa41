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

    /// <param name="plan">The plan.</param>
    /// <param name="cache">Where compiled calculators are kept; null for nowhere.</param>
    /// <exception cref="InvalidOperationException">The C# does not compile, which is a mistake of the emitter.</exception>
    public static CompiledModule Compile(Plan plan, AssemblyCache? cache = null) => Compile([plan], cache)[0];

    /// <summary>Several modules of different names in one assembly, which is cheaper. Disposing one of them lets all of them go.</summary>
    /// <exception cref="InvalidOperationException">The C# does not compile, which is a mistake of the emitter.</exception>
    public static IReadOnlyList<CompiledModule> Compile(IReadOnlyList<Plan> plans, AssemblyCache? cache = null)
    {
        string name = new ModuleNames(plans[0]).QualifiedCalculator;
        var context = new AssemblyLoadContext(name, isCollectible: true);
        // MetricsAsCode itself must be the one that is loaded already, whichever context that is in.
        context.Resolving += static (_, name) => name.Name == typeof(Calculator).Assembly.GetName().Name ? typeof(Calculator).Assembly : null;
        string[] codes = [.. plans.Select(CSharpEmitter.Emit)];
        var assembly = context.LoadFromStream(new MemoryStream(Assembled(name, codes, cache)));
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

    private static byte[] Assembled(string name, IReadOnlyList<string> codes, AssemblyCache? cache)
    {
        if (cache is null)
            return Build(name, codes);
        string key = AssemblyCache.KeyOf([name, .. codes, typeof(Calculator).Module.ModuleVersionId.ToString(), typeof(CalculatorCompiler).Module.ModuleVersionId.ToString(), Environment.Version.ToString()]);
        if (cache.Find(key) is { } known)
            return known;
        byte[] built = Build(name, codes);
        cache.Keep(key, built);
        return built;
    }

    private static byte[] Build(string name, IReadOnlyList<string> codes)
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

        return stream.ToArray();
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
