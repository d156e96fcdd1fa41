using System.CommandLine;
using System.Globalization;
using MetricsAsCode.Cli.Computing;
using MetricsAsCode.Cli.Definitions;
using MetricsAsCode.Cli.Explaining;
using MetricsAsCode.Cli.Naming;
using MetricsAsCode.Cli.Terminal;
using MetricsAsCode.Compiler.Binding;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Planning.Printing;
using MetricsAsCode.Engines.Explaining;
using MetricsAsCode.Values;

namespace MetricsAsCode.Cli.Verbs;

/// <summary><c>metrics explain</c>: what a metric means and, with a period, how it came to its value.</summary>
internal static class ExplainVerb
{
    /// <summary>What is asked for about a value.</summary>
    private sealed record Question(NamedMetric Metric, Period Period, string? By, string? Group, int Rows, string Format);

    public static Command Command(ToolContext tool)
    {
        var metric = new Argument<string>("METRIC") { Description = "A metric by name; `module.metric` where several modules have the name." };
        var path = CommonOptions.Path();
        var plan = new Option<bool>("--plan") { Description = "Also how it is computed: scans, filters, aggregates, formula." };
        var period = new Option<string?>("--for") { HelpName = "PERIOD", Description = "Explains its value in a period, e.g. 2026-Q3: each part of the formula, the rows behind it, what was left out." };
        var by = new Option<string?>("--by") { HelpName = "SOURCE.COLUMN", Description = "With --group: only the rows with one value of a column, e.g. customers.country." };
        var group = new Option<string?>("--group") { HelpName = "VALUE", Description = "The value of the --by column; (missing) for the rows that have none." };
        var rows = new Option<int?>("--rows") { HelpName = "N", Description = "How many rows are shown of each part. Default: 5." };
        var format = CommonOptions.Format("text", "json");
        var data = new DataOptions();
        var verb = new VerbCommand(
            "explain",
            "Says what a metric means and, with --for, how it came to its value.",
            "metrics explain churn_rate",
            "metrics explain churn_rate --for 1998-Q1",
            "metrics explain revenue --for 1998-Q1 --by customers.country --group Germany --rows 20",
            "metrics explain northwind.revenue --plan metrics-defs")
        {
            metric, path, period, by, group, rows, format, plan,
        };
        data.AddWithoutEngine(verb);
        verb.SetAction(parsed =>
        {
            string? written = parsed.GetValue(period);
            if (written is null)
            {
                var needy = new Option[] { by, group, rows, format }.FirstOrDefault(o => parsed.GetResult(o) is { Implicit: false });
                if (needy is not null || data.AreGiven(parsed))
                    throw ToolException.Usage($"{needy?.Name ?? "--as-of or --data"} is about a value, which needs a period. Give one with --for, e.g. --for 2026-Q3.");
                return Describe(tool, parsed.GetValue(path), parsed.GetValue(metric)!, parsed.GetValue(plan));
            }

            var wanted = PeriodNames.Read(written);
            var workspace = tool.LoadSound(parsed.GetValue(path));
            var named = MetricNames.FindAll(workspace, parsed.GetValue(metric)!);
            if (named.Count > 1)
                throw ToolException.Usage($"`{parsed.GetValue(metric)}` is several metrics, and one value is explained at a time. Name one: {string.Join(", ", named.Select(n => $"`{n.Metric.Name}`"))}.");
            var question = new Question(named[0], wanted, parsed.GetValue(by), parsed.GetValue(group), parsed.GetValue(rows) ?? 5, parsed.GetValue(format)!);
            return Explain(tool, data.Read(tool, parsed, workspace), question);
        });
        return verb;
    }

    private static int Describe(ToolContext tool, string? path, string metric, bool withPlan)
    {
        var workspace = tool.LoadSound(path);
        var named = MetricNames.FindAll(workspace, metric);
        var plan = Planner.Plan(named[0].Module);
        if (named.Count > 1)
        {
            foreach (string line in PartsDescription.Lines(workspace, metric, named))
                tool.Console.Out.WriteLine(line);
        }

        foreach (var one in named)
        {
            if (named.Count > 1)
                tool.Console.Out.WriteLine();
            Describe(tool, one, plan, withPlan);
        }

        return ExitCode.Fine;
    }

    private static void Describe(ToolContext tool, NamedMetric named, Plan plan, bool withPlan)
    {
        foreach (string line in MetricDescription.Lines(named, plan))
            tool.Console.Out.WriteLine(line);
        if (!withPlan)
            return;
        tool.Console.Out.WriteLine();
        tool.Console.Out.Write(PlanPrinter.Print(plan, named.Metric.Name).TrimEnd('\n') + "\n");
    }

    private static int Explain(ToolContext tool, DataAccess data, Question question)
    {
        var explained = Explanation(tool, data, question);
        if (question.Format == "json")
            tool.Console.Out.WriteLine(ExplanationJson.Of(explained));
        else
            new ExplanationText(tool.Console, DisplayLocale.Of(question.Metric.Module.Product.Locale)).Print(explained);
        return ExitCode.Fine;
    }

    private static Explanation Explanation(ToolContext tool, DataAccess data, Question question)
    {
        var (module, metric) = question.Metric;
        if (question.Rows < 0)
            throw ToolException.Usage($"--rows `{question.Rows}` is not a number of rows. Write 0 or more.");
        if ((question.By is null) != (question.Group is null))
            throw ToolException.Usage("--by names a column and --group one of its values: give both, e.g. --by customers.country --group Germany.");
        var by = question.By is { } written ? Dimensions.Find(module, written) : null;
        if (by is not null)
        {
            Dimensions.RequireReach(Planner.Plan(module), metric, by);
            if (BreakdownAdvice.Against(metric, by) is { } advice)
                tool.Console.Error.WriteLine($"warning: {advice}");
        }

        OpenExplainer open;
        using (new Progress(tool.Console, "reading"))
            open = data.OpenToExplain(module, metric, by is null ? [] : [by], tool.Stop);
        string rows = open.Rows.ToString("N0", CultureInfo.InvariantCulture);
        if (open.Rows >= OpenExplainer.Many)
            tool.Console.Error.WriteLine($"note: {rows} rows are looked at one by one, for each part of the formula: about half a minute for each million. `metrics run` gives the value alone sooner.");
        using var progress = new Progress(tool.Console, $"explaining {rows} rows");
        var period = PeriodChoice.Of(question.Period, null, open.Engine).Periods[0];
        var group = by is null ? null : GroupNames.Find(open.Explainer.Groups(metric, period, by), by, question.Group!);
        return open.Explainer.Explain(metric, period, group, question.Rows);
    }
}
