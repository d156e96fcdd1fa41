using MetricsAsCode.Calculation;
using MetricsAsCode.Compiler.Emit.CSharp;
using MetricsAsCode.Engines.DuckDb;
using MetricsAsCode.Tests.Agreement;
using MetricsAsCode.Tests.Cli;
using MetricsAsCode.Tests.DuckDb;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MetricsAsCode.Tests.Docs;

/// <summary>
/// Runs the README: blocks that name a file are written, <c>console</c> blocks are run in process, and what they print must be what stands there.
/// With METRICS_UPDATE_DOCS=1 the outputs are written anew, for a person to read.
/// </summary>
public sealed class ReadmeTests
{
    private const string Page = "README.md";

    [Fact]
    public void Every_console_block_prints_what_it_says() => Run("console");

    /// <summary>Their databases are made by the blocks of SQL.</summary>
    [DuckDbFact]
    public void Every_block_over_a_database_prints_what_it_says() => Run("console duckdb");

    private static void Run(string info)
    {
        string readme = Repository.Read(Page);
        using var sandbox = new Sandbox();
        foreach (string file in Directory.EnumerateFiles(Repository.PathOf("metrics-defs"), "*", SearchOption.AllDirectories))
        {
            sandbox.Write(Path.GetRelativePath(Repository.Root, file), File.ReadAllBytes(file));
        }

        var blocks = MarkdownBlocks.In(readme);
        blocks.Count(b => b.Info == "console").ShouldBeGreaterThan(5);
        foreach (var block in blocks)
        {
            if (block.Info == info)
                readme = readme.Replace($"```{info}\n{block.Text}```", $"```{info}\n{Run(sandbox, block.Text.Split('\n')[0])}```", StringComparison.Ordinal);
            else if (block.Info.Split(' ') is ["sql", var database] && info == "console duckdb")
                Make(sandbox.At(database), block.Text);
            else if (block.Info.Split(' ') is [not ("sql" or "console"), var file])
                sandbox.Write(file, block.Text);
        }

        if (Environment.GetEnvironmentVariable("METRICS_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(Repository.PathOf(Page), readme);
        }

        readme.ShouldBe(Repository.Read(Page));
    }

    private static void Make(string path, string statements)
    {
        using var database = DuckDbConnection.Open(path);
        foreach (string statement in statements.Split(";\n", StringSplitOptions.RemoveEmptyEntries))
            database.Execute(statement);
    }

    [Fact]
    public void Its_example_is_fifteen_lines() =>
        MarkdownBlocks.In(Repository.Read(Page))[0].Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBeLessThanOrEqualTo(15);

    [Fact]
    public void Its_csharp_compiles_against_the_generated_calculator()
    {
        string snippet = MarkdownBlocks.In(Repository.Read(Page)).Single(b => b.Info == "csharp").Text;
        var compilation = CSharpCompilation.Create(
            "readme",
            new[] { "global using System;\n" + snippet, CSharpEmitter.Emit(Northwind.Plan) }.Select(text => CSharpSyntaxTree.ParseText(text)),
            [
                .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                    .Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal))
                    .Select(p => MetadataReference.CreateFromFile(p)),
                MetadataReference.CreateFromFile(typeof(Calculator).Assembly.Location),
            ],
            new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public void Its_links_lead_somewhere()
    {
        var targets = System.Text.RegularExpressions.Regex.Matches(Repository.Read(Page), @"\]\(([^)#]+)\)").Select(m => m.Groups[1].Value).ToList();
        targets.Count.ShouldBeGreaterThan(8);
        targets.Where(t => !File.Exists(Repository.PathOf(t)) && !Directory.Exists(Repository.PathOf(t))).ShouldBeEmpty();
    }

    private static string Run(Sandbox sandbox, string command)
    {
        command.ShouldStartWith("$ metrics ");
        var ran = sandbox.Run(command["$ metrics ".Length..].Split(' '));
        return $"{command}\n{ran.Out}{ran.Error}".TrimEnd('\n') + "\n";
    }
}
