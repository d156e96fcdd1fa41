using MetricsAsCode.Compiler;
using MetricsAsCode.Compiler.Binding;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Tests.Planning;

/// <summary>Definitions as text, compiled.</summary>
internal static class Written
{
    public static BoundProgram Bind(params IEnumerable<string> files) =>
        Compilation.Bind(files.Select((text, number) => Parser.Parse(new SourceText($"file{number}.metrics", text))));

    /// <summary>The plan of the only module; there must not be a mistake.</summary>
    public static Plan Plan(params IEnumerable<string> files)
    {
        var program = Bind(files);
        program.Diagnostics.Where(d => d.IsError).ShouldBeEmpty();
        return Planner.Plan(program.Modules.ShouldHaveSingleItem());
    }

    /// <summary>The plan of metrics over the shop's sources.</summary>
    public static Plan OfShop(string metrics) => Plan(Shop.Sources + metrics);

    public static PlanNumber Formula(this Plan plan, string metric) => plan.Metrics.Single(m => m.Metric.Name == metric).Formula;
}
