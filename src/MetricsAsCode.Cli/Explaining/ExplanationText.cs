using System.Globalization;
using MetricsAsCode.Cli.Terminal;
using MetricsAsCode.Engines.Explaining;
using MetricsAsCode.Results;
using MetricsAsCode.Values;

namespace MetricsAsCode.Cli.Explaining;

/// <summary>An explanation for people: the value, the formula as a tree, entities and units, rows, what was left out.</summary>
internal sealed class ExplanationText(ToolConsole console, DisplayLocale locale)
{
    private readonly StepLines steps = new(locale);
    private readonly Paint paint = new(console.ColoursOnOut);

    public void Print(Explanation explained)
    {
        Headline(explained);
        TableView.Print(
            console,
            [new("STEP", Wraps: true), new("VALUE", IsNumber: true), new("N", IsNumber: true), "DAYS", new("NOTES", Wraps: true)],
            steps.Of(explained.Formula).Concat(explained.ResponseRate is { } rate ? steps.Of(rate) : []));
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in explained.Formula.SelfAndBelow())
        {
            if (step.Members is { Names.Count: > 0 } members && shown.Add($"{step.Text} {step.Days}"))
                Members(step, members);
            if (step.Entities is { Count: > 0 } entities)
                Entities(step, entities);
            if (step.Units is { Count: > 0 } units)
                Units(step, units);
        }

        var rows = new RowsView(console);
        foreach (var page in explained.Rows)
            rows.Print(page);
        LeftOut(explained.LeftOut);
    }

    private void Headline(Explanation explained)
    {
        var (metric, found) = (explained.Metric, explained.Formula.Found!);
        string label = metric.Label is { } written ? $": {written}" : "";
        string group = explained.Group is { } one ? $", {one}" : "";
        Line(paint.Strong($"{metric.QualifiedName}{label}, {explained.Days}{group}"));
        string reason = found.Reason is { } none ? $" ({none})" : "";
        Line($"  {steps.Shown(found)}{reason}, n = {found.N.ToString("N0", CultureInfo.InvariantCulture)}{Parts(explained.Formula)}");
        foreach (string note in found.OnSample(locale).Concat(found.Caveats))
            Line($"  {note}");
        Line(paint.Faint(explained.AsOf is { } day ? $"  as of {day:yyyy-MM-dd}, by the reference evaluator" : "  no dated row"));
        Line($"  {metric.Name} = {metric.Formula}");
    }

    /// <summary>Numerator and denominator with all their digits; lengths of time as people read them.</summary>
    private string Parts(ExplainedStep formula)
    {
        if (formula.Found is not { Numerator: { } upper, Denominator: { } lower } found)
            return "";
        var (above, below) = formula.Parts is [{ Kind: not "set", Found: { } left }, { Found: { } right }] ? (left.Unit, right.Unit) : (found.Unit, Unit.Count);
        return $", {Digits(upper, above)} / {Digits(lower, below)}";
    }

    private string Digits(Value value, Unit unit) => unit == Unit.Duration ? DisplayFormat.Write(value, unit, null, locale) : value.ToString();

    private void Members(ExplainedStep step, ExplainedMembers members)
    {
        Line("");
        string more = members.Count > members.Names.Count ? ", …" : "";
        Line($"{step.Text}, {step.Days}: {members.Count.ToString("N0", CultureInfo.InvariantCulture)} of {members.Key}");
        Line($"  {string.Join(", ", members.Names)}{more}");
    }

    private void Entities(ExplainedStep step, ExplainedEntities entities)
    {
        Line("");
        string median = entities.Median is { } middle ? $", median {steps.Shown(middle)}" : "";
        Line($"{step.Text}: {StepLines.Words(entities)}{median}");
        var lines = entities.Largest.Select(e => (entities.Smallest.Count > 0 && entities.True is null ? "largest" : "", e))
            .Concat(entities.Smallest.Select(e => (entities.True is null ? "smallest" : "", e)))
            .Concat(entities.Missing.Select(e => ("left out", e)));
        TableView.Print(
            console,
            ["", new(Heading(entities.Key), Wraps: true), new("VALUE", IsNumber: true), "REASON"],
            lines.Select(l => new[] { l.Item1, l.e.Name, steps.Shown(l.e.Found), l.e.Found.Reason?.Text ?? "" }));
    }

    private void Units(ExplainedStep step, IReadOnlyList<ExplainedUnit> units)
    {
        Line("");
        Line($"{step.Text}: {units.Count} {(units.Count == 1 ? "unit" : "units")}");
        TableView.Print(
            console,
            ["UNIT", new("VALUE", IsNumber: true), new("N", IsNumber: true), "REASON"],
            units.Select(u => new[] { u.Days, steps.Shown(u.Found), u.Found.N.ToString("N0", CultureInfo.InvariantCulture), u.Found.Reason?.Text ?? "" }));
    }

    private void LeftOut(IReadOnlyList<LeftOut> all)
    {
        Line("");
        Line(all.Count == 0 ? "Nothing was left out." : "Left out:");
        foreach (var left in all)
            Line($"  {left.Count.ToString("N0", CultureInfo.InvariantCulture)} {left.What}{(left.Rows is { } rows ? $" [{rows}]" : "")}");
    }

    private static string Heading(string name) => name.ToUpperInvariant();

    private void Line(string text) => console.Out.WriteLine(text);
}
