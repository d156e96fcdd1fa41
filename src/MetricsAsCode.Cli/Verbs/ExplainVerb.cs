using System.CommandLine;
using MetricsAsCode.Cli.Definitions;
using MetricsAsCode.Cli.Explaining;
using MetricsAsCode.Cli.Naming;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Printing;

namespace MetricsAsCode.Cli.Verbs;

/// <summary><c>metrics explain</c>: what a metric means, and how it is computed.</summary>
internal static class ExplainVerb
{
    public static Command Command(ToolContext tool)
    {
        var metric = new Argument<string>("METRIC") { Description = "A metric by name; `module.metric` where several modules have the name." };
        var path = CommonOptions.Path();
        var plan = new Option<bool>("--plan") { Description = "Also how it is computed: scans, filters, aggregates, formula." };
        var verb = new VerbCommand(
            "explain",
            "Says what a metric means, what it depends on, and how it is computed.",
            "metrics explain churn_rate",
            "metrics explain northwind.revenue --plan metrics-defs")
        {
            metric, path, plan,
        };
        verb.SetAction(parsed => Run(tool, parsed.GetValue(path), parsed.GetValue(metric)!, parsed.GetValue(plan)));
        return verb;
    }

    private static int Run(ToolContext tool, string? path, string metric, bool withPlan)
    {
        var named = MetricNames.Find(tool.LoadSound(path), metric);
        var plan = Planner.Plan(named.Module);
        foreach (string line in MetricDescription.Lines(named, plan))
            tool.Console.Out.WriteLine(line);
        if (!withPlan)
            return ExitCode.Fine;
        tool.Console.Out.WriteLine();
        tool.Console.Out.Write(PlanPrinter.Print(plan, named.Metric.Name).TrimEnd('\n') + "\n");
        return ExitCode.Fine;
    }
}
