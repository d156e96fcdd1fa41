using System.CommandLine;
using MetricsAsCode.Cli.Definitions;
using MetricsAsCode.Cli.Naming;
using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Planning;

namespace MetricsAsCode.Cli.Verbs;

/// <summary><c>metrics sql</c>: the SQL that a database is asked for metrics.</summary>
internal static class SqlVerb
{
    public static Command Command(ToolContext tool)
    {
        var metrics = new Argument<string[]>("METRIC") { Arity = ArgumentArity.OneOrMore, Description = "Metrics by name; `module.metric` where several modules have the name. A path may stand last." };
        var path = CommonOptions.Path();
        var dialect = CommonOptions.Choice("--dialect", "Whose SQL.", [.. SqlDialect.All.Select(d => d.Name)]);
        var verb = new VerbCommand(
            "sql",
            "Prints the SQL that a database is asked for metrics.",
            "metrics sql revenue --dialect duckdb",
            "metrics sql revenue orders_placed metrics-defs/northwind")
        {
            metrics, path, dialect,
        };
        verb.SetAction(parsed =>
        {
            var (names, place) = PathLast.Split(tool, parsed.GetValue(metrics)!, parsed.GetValue(path));
            return Run(tool, names, place, SqlDialect.All.First(d => d.Name == parsed.GetValue(dialect)));
        });
        return verb;
    }

    private static int Run(ToolContext tool, IReadOnlyList<string> names, string? path, SqlDialect dialect)
    {
        var workspace = tool.LoadSound(path);
        foreach (var module in names.SelectMany(n => MetricNames.FindAll(workspace, n)).GroupBy(n => n.Module))
            tool.Console.Out.Write(SqlScript.Of(Planner.Plan(module.Key), [.. module.Select(n => n.Metric).Distinct()], dialect));
        return ExitCode.Fine;
    }
}
