using MetricsAsCode.Benchmarks.Cases;
using MetricsAsCode.Benchmarks.Compiling;
using MetricsAsCode.Benchmarks.Data;
using MetricsAsCode.Benchmarks.Ours;
using MetricsAsCode.Compiler;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;
using MetricsAsCode.Engines;

namespace MetricsAsCode.Tests.Benchmarks;

public class BenchModuleTests
{
    [Fact]
    public void The_scorecard_has_sixty_metrics() => new BenchModule(BenchModule.Folder).Metrics.Count.ShouldBe(60);

    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    [InlineData("c")]
    [InlineData("d")]
    [InlineData("e")]
    [InlineData("f")]
    [InlineData("g")]
    [InlineData("h")]
    public void Every_case_over_200_rows_is_what_the_reference_evaluator_computes(string letter)
    {
        var folder = Directory.CreateTempSubdirectory("bench-");
        try
        {
            string orders = OrdersFile.Write(200, folder.FullName);
            var module = new BenchModule(BenchModule.Folder);
            var bench = AllCases.Of(module.Metrics).Single(c => c.Id == letter);
            var plan = module.Plan(bench.Metrics, bench.Dimensions);
            var frames = module.Read(plan, orders);
            SameResults.Difference(Computed(EngineKind.Compiled), Computed(EngineKind.Reference)).ShouldBeNull();

            Dictionary<string, double?> Computed(EngineKind kind)
            {
                using var engine = ModuleEngine.Of(plan, kind);
                return BenchRequests.Flat(engine.Open(frames, module.AsOf).Evaluate(BenchRequests.Of(bench), default), bench);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData(100, 20)]
    [InlineData(1000, 1)]
    public void Generated_definitions_compile_before_and_after_an_edit(int metrics, int modules)
    {
        var files = GeneratedDefinitions.Of(metrics, modules);
        var edited = GeneratedDefinitions.Edited(metrics, modules, 7);
        edited.Text.ShouldNotBe(files[0].Text);
        var program = Compilation.Bind(files.Select(f => f.Path == edited.Path ? edited : f).Select(f => Parser.Parse(new SourceText(f.Path, f.Text))));
        program.Diagnostics.Where(d => d.IsError).ShouldBeEmpty();
        program.Modules.Where(m => m.Name.StartsWith("area_", StringComparison.Ordinal)).Sum(m => m.Metrics.Length).ShouldBe(metrics);
    }
}
