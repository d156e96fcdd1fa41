using System.Text;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Binding.Model.Printing;
using MetricsAsCode.Compiler.Planning.Model;

namespace MetricsAsCode.Compiler.Planning.Printing;

/// <summary>A plan as text that an analyst can read: scans, filters in the language's own words, rows, aggregates, formulas.</summary>
public static class PlanPrinter
{
    /// <summary>The whole plan, or what one metric of it needs. Lines end with LF.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="metric">The metric's name in the plan (<see cref="PlanNames"/>); null for all.</param>
    public static string Print(Plan plan, string? metric = null)
    {
        var metrics = plan.Metrics.Where(m => metric is null || string.Equals(plan.NameOf(m.Metric), metric, StringComparison.Ordinal)).ToArray();
        var uses = PlanUses.Of(plan, metrics);
        var text = new StringBuilder();
        Section(text, "sources", plan.Sources.Where(s => uses.Sources.Contains(s.Source)).Select(s => Source(plan, s)));
        Section(text, "filters", plan.Filters.Where(f => uses.Filters.Contains(f.Id)).Select(f => (Id('f', f.Id), $"{plan.NameOf(f.Source)}: {Print(f.Condition)}")));
        Section(text, "rows", plan.Selections.Where(s => uses.Selections.Contains(s.Id)).Select(s => (Id('r', s.Id), Selection(plan, s))));
        Section(text, "from other rows", plan.Derived.Where(d => uses.Derived.Contains(d.Id)).Select(d => (d.Column.Name, Derived(plan, d))));
        Section(text, "aggregates", plan.Aggregates.Where(a => uses.Aggregates.Contains(a.Id)).Select(a => (Id('a', a.Id), Aggregate(a))));
        Section(text, "metrics", metrics.Select(m => (plan.NameOf(m.Metric), NumberPrinter.Print(m.Formula))), " = ");
        Section(text, "response rates", metrics.Where(m => m.Sample is not null).Select(m => (plan.NameOf(m.Metric), NumberPrinter.Print(m.Sample!.ResponseRate))), " = ");
        return text.ToString();
    }

    /// <summary>An aggregate on one line: <c>a3: sum and count of freight, where f0 and f1</c>.</summary>
    internal static string Column(Plan plan, PlanAggregate aggregate)
    {
        var filters = plan.Selections[aggregate.Selection].Filters;
        return $"{Id('a', aggregate.Id)}: {Kept(aggregate)}{(filters.IsEmpty ? "" : $", where {string.Join(" and ", filters.Select(id => Id('f', id)))}")}";
    }

    /// <summary>A filter on one line.</summary>
    internal static string Column(PlanFilter filter) => $"{Id('f', filter.Id)}: {Print(filter.Condition)}";

    private static (string Name, string Text) Source(Plan plan, PlanSource source) =>
        (plan.NameOf(source.Source), string.Join(", ", source.Columns.Select(c => c.Column.Name)));

    private static string Selection(Plan plan, PlanSelection selection) =>
        plan.NameOf(selection.Source)
        + (selection.Filters.IsEmpty ? "" : $" where {string.Join(" and ", selection.Filters.Select(id => Id('f', id)))}")
        + (selection.Time is not { } time ? ", in every period"
            : time.Life is { } life ? $" valid from {life.From.Name} {(life.IsThrough ? "through" : "to")} {life.To.Name}"
            : $" dated {RowPrinter.Path(time)}");

    private static string Derived(Plan plan, PlanDerived derived) =>
        $"{plan.NameOf(derived.Derivation.Source)}: {derived.Column.Formula} over {string.Join(", ", derived.Derivation.Selections.Select(id => Id('r', id)))}";

    private static string Aggregate(PlanAggregate aggregate) => $"{Kept(aggregate)} over {Id('r', aggregate.Selection)}";

    private static string Kept(PlanAggregate aggregate) => (aggregate.State, aggregate.Value) switch
    {
        (PlanState.Rows, _) => "rows",
        (PlanState.Sum, { } value) => $"sum and count of {Print(value)}",
        (PlanState.Extent, { } value) => $"smallest and largest {Print(value)}",
        (PlanState.Values, { } value) => $"all values of {Print(value)}",
        (PlanState.Distinct, { } value) => $"set of {Print(value)}",
        (PlanState.Ordered, { } value) => $"{Print(value)} by time",
        _ => throw Unexpected.Node(aggregate),
    };

    private static string Print(RowExpression expression) => new PlanRowPrinter(set => NumberPrinter.Print(set).For(Tightness.Whole)).Visit(expression).Text;

    private static string Id(char kind, int id) => FormattableString.Invariant($"{kind}{id}");

    private static void Section(StringBuilder text, string title, IEnumerable<(string Name, string Text)> lines, string between = "  ")
    {
        var rows = lines.ToArray();
        if (rows.Length == 0)
            return;
        int width = rows.Max(r => r.Name.Length);
        text.Append(text.Length == 0 ? "" : "\n").Append(title).Append('\n');
        foreach (var (name, line) in rows)
            text.Append("  ").Append(name.PadRight(width)).Append(between).Append(line).Append('\n');
    }
}
