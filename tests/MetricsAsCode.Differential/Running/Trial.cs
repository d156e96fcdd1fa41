using System.Text;
using MetricsAsCode.Compiler;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;
using MetricsAsCode.Data;
using MetricsAsCode.Differential.Cases;
using MetricsAsCode.Differential.Model;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Results;
using MetricsAsCode.Time;

namespace MetricsAsCode.Differential.Running;

/// <summary>The definitions do not bind; that is no failure of an engine.</summary>
internal sealed class UnboundException(IReadOnlyList<Diagnostic> errors) : Exception(string.Join('\n', errors))
{
    public IReadOnlyList<Diagnostic> Errors { get; } = errors;
}

/// <summary>A case that is bound, planned and read: ready for every engine.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Frames">The tables.</param>
/// <param name="Requests">The questions that the plan can be asked.</param>
/// <param name="AsOf">How far the data count; null for the end of the newest day.</param>
internal sealed record Trial(Plan Plan, IReadOnlyDictionary<string, DataFrame> Frames, IReadOnlyList<MetricRequest> Requests, Instant? AsOf = null)
{
    /// <exception cref="UnboundException">The definitions do not bind.</exception>
    public static Trial Of(Case given)
    {
        var module = Bind(given.Definitions);
        var dimensions = given.Questions.Where(q => q.By is not null).Select(q => Column(module, q.By!)).Where(c => c is not null).Select(c => c!).Distinct().ToArray();
        var plan = Planner.Plan(module, dimensions);
        var frames = plan.Sources.ToDictionary(s => plan.NameOf(s.Source), s => Read(plan, s, given), StringComparer.Ordinal);
        return new Trial(plan, frames, [.. given.Questions.Select(q => Request(plan, q)).Where(r => r is not null).Select(r => r!)], EndOf(given.LastDay, module));
    }

    private static Instant? EndOf(DateOnly? day, ModuleSymbol module) => day is { } last ? Calendars.Of(module.Product).StartOf(last.AddDays(1)) : null;

    /// <exception cref="UnboundException">They do not bind.</exception>
    public static ModuleSymbol Bind(string definitions)
    {
        var tree = Parser.Parse(new SourceText("case.metrics", definitions));
        var bound = Compilation.Bind([tree]);
        var errors = tree.Diagnostics.Concat(bound.Diagnostics).Where(d => d.IsError).ToList();
        return errors.Count == 0 ? bound.Module(tree.Module!.Text)! : throw new UnboundException(errors);
    }

    private static DataFrame Read(Plan plan, PlanSource needed, Case given)
    {
        var schema = SourceSchemas.Of(plan, needed.Source);
        if (needed.Source.Table is { } table)
            return LiteralTables.Read(table, schema);
        string place = needed.Source.Place;
        var file = new MemoryStream(Encoding.UTF8.GetBytes(given.Tables[place]));
        var columns = needed.Columns.Select(c => c.Column.Name).ToHashSet(StringComparer.Ordinal);
        return needed.Source.Format == "json" ? JsonLinesFile.Read(file, place, schema, columns) : CsvFile.Read(file, place, schema, columns);
    }

    // What a metric does not reach it is not asked by.
    private static MetricRequest? Request(Plan plan, QuestionSpec question)
    {
        if (plan.Module.Metric(question.Metric) is not { } metric)
            return null;
        var periods = question.Periods.Select(p => Period.TryParse(p, out var period) ? period : throw new InvalidDataException($"`{p}` is no period.")).ToArray();
        if (question.By is null)
            return new MetricRequest(metric.QualifiedName, periods);
        return Column(plan.Module, question.By) is { } column && DimensionReach.SourcesOf(plan, metric).Count > 0 && DimensionReach.WithoutPath(plan, metric, column).Count == 0
            ? new MetricRequest(metric.QualifiedName, periods, new Dimension(column.Source.Name, column.Name), question.Top)
            : null;
    }

    private static ColumnSymbol? Column(ModuleSymbol module, string written)
    {
        int dot = written.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
            return module.Segments.FirstOrDefault(s => s.Name == written)?.Column;
        return module.Sources.FirstOrDefault(s => s.Name == written[..dot])?.Column(written[(dot + 1)..]);
    }
}
