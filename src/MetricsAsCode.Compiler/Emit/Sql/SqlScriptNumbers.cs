using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Planning.Printing;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Emit.Sql;

/// <summary>What a script asks of the database for some metrics.</summary>
internal sealed class SqlScriptNumbers(Plan plan, IReadOnlyList<PlanMetric> metrics)
{
    private readonly Dictionary<PlanNumber, IReadOnlyList<PlanNumber>> outside = [];

    public IEnumerable<string> Statements(SqlDialect dialect, SqlParameters parameters)
    {
        PlanNumber[] numbers = [.. metrics.SelectMany(m => m.Numbers).SelectMany(Outside).Distinct()];
        foreach (var scan in numbers.SelectMany(n => Reads(n).Select(r => (Number: n, Read: r))).GroupBy(r => RowsOf(r.Read.Aggregate)))
        {
            var reads = scan.Select(r => r.Read).ToList();
            var aggregates = reads.GroupBy(r => r.Aggregate).ToDictionary(
                r => r.Key,
                IReadOnlyCollection<(AggregateKind, decimal?)> (r) => [.. r.Select(x => (x.Kind == AggregateKind.Avg ? AggregateKind.Sum : x.Kind, x.Parameter)).Distinct()]);
            EquatableArray<PlanStep>[] stretches = [.. reads.Select(r => r.Steps).Distinct()];
            var comments = Served([.. scan.Select(r => r.Number)]).Concat(Legend(aggregates.Keys)).Concat(stretches.Select((s, p) => $"p = {SqlText.Of(p)}: {parameters.Words(s)}"));
            yield return new SqlEmitter(plan, dialect, parameters.From(stretches)).Readings(aggregates, null, comments).Text;
        }

        var own = new SqlEmitter(plan, dialect, parameters.From([default]));
        foreach (var number in numbers)
        {
            string? statement = number switch
            {
                PlanSize node => own.Size(node.Set, null, Served([node])),
                PlanPer node => own.Per(node, null, Served([node])).Text,
                PlanSharePer node => own.Share(node, null, Served([node])).Text,
                _ => null,
            };
            if (statement is not null)
                yield return statement;
        }
    }

    private IEnumerable<string> Served(IReadOnlyCollection<PlanNumber> numbers) => metrics
        .Where(m => Outside(m.Formula).Any(numbers.Contains))
        .Select(m => $"{plan.NameOf(m.Metric)} = {m.Metric.Formula}{(m.Metric.Description is { } said ? $" -- {said}" : "")}")
        .Concat(metrics.Where(m => m.Sample is { } sample && Outside(sample.ResponseRate).Any(numbers.Contains)).Select(m => $"response rate of {plan.NameOf(m.Metric)}"));

    // What the names of columns stand for.
    private IEnumerable<string> Legend(IEnumerable<int> aggregates)
    {
        PlanAggregate[] all = [.. aggregates.OrderBy(a => a).Select(a => plan.Aggregates[a])];
        return all.Select(a => PlanPrinter.Column(plan, a))
            .Concat(all.SelectMany(a => plan.Selections[a.Selection].Filters).Distinct().OrderBy(f => f).Select(f => PlanPrinter.Column(plan.Filters[f])));
    }

    // The numbers that are asked of the database: what lies below a number per entity is part of its statement.
    private IReadOnlyList<PlanNumber> Outside(PlanNumber number)
    {
        if (!outside.TryGetValue(number, out var found))
            outside.Add(number, found = PlanParts.All(number, static n => n is PlanPer or PlanSharePer));
        return found;
    }

    private static IEnumerable<(int Aggregate, AggregateKind Kind, decimal? Parameter, EquatableArray<PlanStep> Steps)> Reads(PlanNumber number) => number switch
    {
        PlanReading node => [(node.Aggregate, node.Kind, node.Parameter, node.Steps)],
        PlanShare node => [(node.Hits, AggregateKind.Count, null, node.Steps), (node.Base, AggregateKind.Count, null, node.Steps)],
        _ => [],
    };

    private (SourceSymbol, RowColumn?) RowsOf(int aggregate)
    {
        var selection = plan.Selections[plan.Aggregates[aggregate].Selection];
        return (selection.Source, selection.Time);
    }
}
