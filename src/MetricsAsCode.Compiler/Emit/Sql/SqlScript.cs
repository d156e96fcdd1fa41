using System.Globalization;
using System.Text;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Planning.Printing;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Emit.Sql;

/// <summary>The statements of metrics for people to read: times are placeholders, each said what it is.</summary>
public static class SqlScript
{
    /// <exception cref="SqlRefusal">A metric has a construct that is not written as SQL.</exception>
    public static string Of(Plan plan, IReadOnlyList<MetricSymbol> metrics, SqlDialect dialect)
    {
        var text = new StringBuilder();
        text.Append("-- Times are placeholders. $..._from_us and $..._to_us are microseconds since 1970-01-01T00:00Z: the first instant of a stretch of days in the\n");
        text.Append("-- product's zone, and the first instant behind it or the as-of if that is earlier; $..._from_day and $..._to_day the same in days since 1970-01-01.\n");
        text.Append("-- p numbers the stretches of a statement: those of the periods asked for, and those that windows lead to from them.\n");
        var all = metrics.Select(m => plan.Metrics.First(p => ReferenceEquals(p.Metric, m))).ToList();
        var numbers = all.SelectMany(m => Outside(m.Formula)).Distinct().ToList();
        var comments = all.Select(m => $"{plan.NameOf(m.Metric)} = {m.Metric.Formula}{(m.Metric.Description is { } said ? $" -- {said}" : "")}").ToList();
        var statements = Statements(plan, dialect, numbers, comments).ToList();
        foreach (string function in Called(dialect, statements))
            text.Append(function).Append(";\n");
        foreach (string part in statements)
            text.Append('\n').Append(part.TrimEnd('\n')).Append(";\n");
        return text.ToString();
    }

    // The functions that statements call, and those that these call: they stand before.
    private static IEnumerable<string> Called(SqlDialect dialect, List<string> statements)
    {
        var called = new List<string>();
        foreach (var function in dialect.Functions.Reverse())
        {
            if (statements.Concat(called).Any(s => s.Contains(function.Name + "(")))
                called.Insert(0, function.Sql);
        }

        return called;
    }

    private static IEnumerable<string> Statements(Plan plan, SqlDialect dialect, IReadOnlyList<PlanNumber> numbers, IReadOnlyList<string> comments)
    {
        var reads = numbers.SelectMany(Reads).ToList();
        foreach (var source in reads.GroupBy(r => RowsOf(plan, r.Aggregate)))
        {
            var aggregates = source.GroupBy(r => r.Aggregate).ToDictionary(
                r => r.Key,
                IReadOnlyCollection<(AggregateKind, decimal?)> (r) => [.. r.Select(x => (x.Kind == AggregateKind.Avg ? AggregateKind.Sum : x.Kind, x.Parameter)).Distinct()]);
            var emitter = new SqlEmitter(plan, dialect, new Placeholders([.. source.Select(r => r.Steps).Distinct()]));
            yield return emitter.Readings(aggregates, null, comments).Text;
        }

        var own = new SqlEmitter(plan, dialect, new Placeholders([default]));
        foreach (var size in numbers.OfType<PlanSize>())
            yield return own.Size(size.Set, null, comments);
        foreach (var per in numbers.OfType<PlanPer>())
            yield return own.Per(per, null, comments).Text;
        foreach (var share in numbers.OfType<PlanSharePer>())
            yield return own.Share(share, null, comments).Text;
    }

    // The numbers that are asked of the database: what lies below a number per entity is part of its statement.
    private static IEnumerable<PlanNumber> Outside(PlanNumber number) =>
        number is PlanPer or PlanSharePer ? [number] : PlanParts.Of(number).Numbers.SelectMany(Outside).Prepend(number);

    private static IEnumerable<(int Aggregate, AggregateKind Kind, decimal? Parameter, EquatableArray<PlanStep> Steps)> Reads(PlanNumber number) => number switch
    {
        PlanReading node => [(node.Aggregate, node.Kind, node.Parameter, node.Steps)],
        PlanShare node => [(node.Hits, AggregateKind.Count, null, node.Steps), (node.Base, AggregateKind.Count, null, node.Steps)],
        _ => [],
    };

    private static (SourceSymbol, RowColumn?) RowsOf(Plan plan, int aggregate)
    {
        var selection = plan.Selections[plan.Aggregates[aggregate].Selection];
        return (selection.Source, selection.Time);
    }

    private sealed class Placeholders(IReadOnlyList<EquatableArray<PlanStep>> periods) : ISqlTimes
    {
        public string AsOf => "$as_of_us";

        public IReadOnlyList<SqlStretch> Stretches(EquatableArray<PlanStep> steps) => [.. periods.Select((period, p) => Of(p, period.AddRange(steps)))];

        public IReadOnlyList<string> Zone(SqlZoneTable table)
        {
            string name = "$zone_" + table.ToString().ToLowerInvariant();
            return [$"{name}_from, {name}_to, {name}_shift_us"];
        }

        public string StartOf(int day) => $"$start_of_{new DateTime(1970, 1, 1).AddDays(day).ToString("yyyy_MM_dd", CultureInfo.InvariantCulture)}_us";

        private static SqlStretch Of(int p, EquatableArray<PlanStep> steps)
        {
            string name = "$" + (steps.IsEmpty ? "period" : SqlText.Word(NumberPrinter.Steps(steps).Trim()));
            return new SqlStretch(p, name + "_from_us", name + "_to_us", name + "_from_day", name + "_to_day");
        }
    }
}
