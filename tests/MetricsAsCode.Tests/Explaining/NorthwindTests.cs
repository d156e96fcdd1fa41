using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines.Explaining;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Engines.Reference;
using MetricsAsCode.Results;
using MetricsAsCode.Tests.Agreement;
using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.Explaining;

public class NorthwindTests
{
    [Theory]
    [InlineData("division", "average_order_value --for 1997-Q4")]
    [InlineData("windows", "churn_rate --for 1998-Q1")]
    [InlineData("share", "on_time_shipped_rate --for 1998 --by customers.country --group Norway --rows 10")]
    [InlineData("per", "reorder_interval --for 1997-Q1 --rows 3")]
    [InlineData("each", "busiest_day --for 1998-04-06..1998-04-12 --rows 2")]
    [InlineData("reason", "average_order_value --for 1996-Q1")]
    public void An_explanation_reads_well(string name, string question)
    {
        using var folder = Folder();
        var ran = folder.Run(["explain", .. question.Split(' '), "metrics-defs/northwind"]);
        ran.Error.ShouldBeEmpty();
        ran.Out.ShouldMatchApproved(c => c.NoDiff().SubFolder("Approved").WithFilenameGenerator((_, _, type, extension) => $"northwind-{name}.{type}.{extension}"));
    }

    [Fact]
    public void Its_values_are_those_of_the_calculators()
    {
        var module = Northwind.Module;
        var frames = new DataCatalogue(Repository.Root).Open(Northwind.Plan);
        var explainer = new Explainer(module, new ReferenceEngine(module, frames), frames);
        var period = Period.Quarter(1998, 1);
        foreach (var metric in module.Metrics)
        {
            var expected = Northwind.Compiled().Evaluate([new MetricRequest(metric.QualifiedName, [period])], default).Single().Measurement;
            explainer.Explain(metric, period).Formula.Found!.ToString().ShouldBe(expected.ToString(), metric.Name);
        }
    }

    private static Sandbox Folder()
    {
        var sandbox = new Sandbox().Write("metrics-defs/northwind/more.metrics", "module northwind\nmetric busiest_day = max(count(orders) each day)\n");
        foreach (string file in Directory.EnumerateFiles(Repository.PathOf("metrics-defs/northwind"), "*", SearchOption.AllDirectories))
            sandbox.Write(Path.GetRelativePath(Repository.Root, file), File.ReadAllBytes(file));
        return sandbox;
    }
}
