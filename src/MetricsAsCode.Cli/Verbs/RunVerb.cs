using System.CommandLine;
using MetricsAsCode.Cli.Computing;
using MetricsAsCode.Cli.Definitions;
using MetricsAsCode.Cli.Naming;
using MetricsAsCode.Cli.Results;
using MetricsAsCode.Cli.Terminal;
using MetricsAsCode.Compiler.Binding;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Results;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Cli.Verbs;

/// <summary><c>metrics run</c>: metrics for a period, by groups, by units of time.</summary>
internal static class RunVerb
{
    private const string Over = "none";

    /// <summary>What is asked for.</summary>
    private sealed record Question(IReadOnlyList<string> Metrics, string? Path, Period? For, Grain? Grain, string? By, string Format);

    public static Command Command(ToolContext tool)
    {
        var metrics = new Argument<string[]>("METRIC") { Arity = ArgumentArity.OneOrMore, Description = "Metrics by name; `module.metric` where several modules have the name, a metric with parts for all of them. A path may stand last." };
        var path = CommonOptions.Path();
        var period = new Option<string?>("--for") { HelpName = "PERIOD", Description = "E.g. 2026, 2026-Q3, 2026-07, 2026-W31, 2026-07-01..2026-09-30. Default: the last whole quarter." };
        var by = new Option<string?>("--by") { HelpName = "SOURCE.COLUMN", Description = "One row for each value of a column, e.g. customers.country, or of a segment. Default: what a metric is `by`; none for one number over all." };
        var grain = new Option<string?>("--grain") { HelpName = "UNIT", Description = "One row for each day, week, month, quarter or year that ends inside the period." };
        var format = CommonOptions.Format("table", "json", "csv");
        var data = new DataOptions();
        var verb = new VerbCommand(
            "run",
            "Computes metrics.",
            "metrics run revenue --for 1998-Q1",
            "metrics run churn_rate --for 1998-Q1 --by customers.country",
            "metrics run revenue order_count --for 1997 --grain month --format csv",
            "metrics run revenue --as-of 1998-02-15 --data orders=exports/orders.csv metrics-defs/northwind")
        {
            metrics, path, period, by, grain, format,
        };
        data.AddTo(verb);
        verb.SetAction(parsed =>
        {
            var (names, place) = PathLast.Split(tool, parsed.GetValue(metrics)!, parsed.GetValue(path));
            var written = parsed.GetValue(period);
            var question = new Question(
                names,
                place,
                written is null ? null : PeriodNames.Read(written),
                PeriodNames.ReadGrain(parsed.GetValue(grain)),
                parsed.GetValue(by),
                parsed.GetValue(format)!);
            var workspace = tool.LoadSound(place);
            return Run(tool, workspace, data.Read(tool, parsed, workspace), question);
        });
        return verb;
    }

    private static int Run(ToolContext tool, Workspace workspace, DataAccess data, Question question)
    {
        var named = question.Metrics.SelectMany(m => MetricNames.FindAll(workspace, m)).ToList();
        var rows = new List<ResultRow>();
        var footers = new List<string>();
        using (var progress = new Progress(tool.Console, "computing"))
        {
            foreach (var module in named.GroupBy(n => n.Module))
            {
                var asked = module.Select(n => (n.Metric, By: By(question, module.Key, n.Metric))).ToList();
                using var open = Open(tool, data, module.Key, asked);
                var choice = PeriodChoice.Of(question.For, question.Grain, open.Engine);
                rows.AddRange(Compute(open, choice, asked, tool.Stop));
                var later = open.Engine.Later;
                footers.Add(AsOf(open) + Later(later));
                if (question.Format != "table" && later.Count > 0)
                    tool.Console.Error.WriteLine($"note: {footers[^1]}");
                foreach (string line in Notes(question, choice, asked))
                    tool.Console.Error.WriteLine(line);
            }
        }

        Print(tool.Console, question.Format, rows, footers);
        return ExitCode.Fine;
    }

    /// <summary>What a metric is broken down by: what the user says, else what it says itself.</summary>
    private static ColumnSymbol? By(Question question, ModuleSymbol module, MetricSymbol metric) => question.By switch
    {
        null => metric.By,
        Over => null,
        var written => Dimensions.Find(module, written),
    };

    private static OpenModule Open(ToolContext tool, DataAccess data, ModuleSymbol module, IReadOnlyList<(MetricSymbol Metric, ColumnSymbol? By)> asked)
    {
        var plan = Planner.Plan(module);
        foreach (var (metric, by) in asked)
        {
            if (by is not null)
                Dimensions.RequireReach(plan, metric, by);
        }

        return data.Open(module, asked.Select(a => a.Metric), asked.Select(a => a.By).OfType<ColumnSymbol>().Distinct(), tool.Stop);
    }

    private static IEnumerable<ResultRow> Compute(OpenModule open, PeriodChoice choice, IReadOnlyList<(MetricSymbol Metric, ColumnSymbol? By)> asked, CancellationToken stop)
    {
        var by = asked.DistinctBy(a => a.Metric).ToDictionary(a => a.Metric.QualifiedName, a => a.By?.ToString(), StringComparer.Ordinal);
        var requests = asked.Select(a => new MetricRequest(a.Metric.QualifiedName, choice.Periods, a.By is { } column ? new Dimension(column.Source.Name, column.Name) : null)).ToList();
        var locale = DisplayLocale.Of(open.Module.Product.Locale);
        return open.Engine.Evaluate(requests, stop).Select(r => new ResultRow(r, by[r.Metric], locale)).ToList();
    }

    private static IEnumerable<string> Notes(Question question, PeriodChoice choice, IReadOnlyList<(MetricSymbol Metric, ColumnSymbol? By)> asked)
    {
        if (choice.Note is { } period)
            yield return $"note: {period}";
        foreach (var (metric, by) in asked.Where(a => a.By is not null).Distinct())
        {
            if (question.By is null)
                yield return $"note: `{metric.Name}` is by {by}; --by {Over} computes it over all.";
            if (BreakdownAdvice.Against(metric, by!) is { } advice)
                yield return $"warning: {advice}";
        }
    }

    private static string AsOf(OpenModule open) => open.Engine.AsOf is { } asOf
        ? $"{open.Module.Name} as of {open.Engine.Calendar.LastDayBefore(asOf):yyyy-MM-dd}"
        : $"{open.Module.Name} has no dated row";

    private static string Later(IReadOnlyList<LaterRows> later) =>
        later.Count == 0 ? "" : "; later, and left out: " + string.Join(", ", later.Select(l => $"{l.Count} {(l.Count == 1 ? "row" : "rows")} of {l.Source}"));

    private static void Print(ToolConsole console, string format, List<ResultRow> rows, List<string> footers)
    {
        if (format == "json")
        {
            console.Out.WriteLine(ResultJson.Of(rows));
            return;
        }

        if (format == "csv")
        {
            foreach (string line in ResultCsv.Lines(rows))
                console.Out.WriteLine(line);
            return;
        }

        ResultTable.Print(console, rows);
        foreach (string footer in footers)
            console.Out.WriteLine(new Paint(console.ColoursOnOut).Faint(footer));
    }
}
