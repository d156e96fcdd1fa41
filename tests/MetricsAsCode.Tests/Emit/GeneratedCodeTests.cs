using MetricsAsCode.Compiler.Emit.CSharp;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Tests.Planning;

namespace MetricsAsCode.Tests.Emit;

public class GeneratedCodeTests
{
    [Fact]
    public void The_calculator_of_a_small_module() =>
        CSharpEmitter.Emit(Written.OfShop(Shop.Metrics)).ShouldMatchApproved(c => c.NoDiff().SubFolder("Approved").WithFileExtension("txt"));

    [Fact]
    public void The_order_of_files_does_not_matter()
    {
        string[] files =
        [
            Shop.Sources,
            "module shop\n" + Shop.Metrics,
            "module shop\nmetric late = count(orders where hour(placed_at) >= 18)\n",
        ];
        var forwards = Written.Bind(files);
        var backwards = MetricsAsCode.Compiler.Compilation.Bind(files
            .Select((text, number) => MetricsAsCode.Compiler.Syntax.Parser.Parse(new MetricsAsCode.Compiler.Text.SourceText($"file{number}.metrics", text)))
            .Reverse());

        CSharpEmitter.Emit(Planner.Plan(backwards.Modules.Single())).ShouldBe(CSharpEmitter.Emit(Planner.Plan(forwards.Modules.Single())));
    }

    [Fact]
    public void Code_holds_no_path_and_no_carriage_return()
    {
        string code = CSharpEmitter.Emit(Written.OfShop(Shop.Metrics));

        code.ShouldNotContain("file0");
        code.ShouldNotContain("\r");
    }
}
