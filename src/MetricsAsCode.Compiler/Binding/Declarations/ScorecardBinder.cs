using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Declarations;

internal static class ScorecardBinder
{
    private static readonly string[] Sections = ["north star", "objectives", "journey", "metrics"];

    public static ScorecardSymbol Bind(ScorecardDeclaration declaration, Scope scope)
    {
        CheckRepeated(declaration, scope);
        var trend = declaration.Members.OfType<TrendSyntax>().FirstOrDefault();
        if (trend is { Count: < 1 or > 1000 })
        {
            scope.Report(ObjectiveErrors.OutOfRange(scope.At(trend), "A trend", "1 to 1,000 periods"));
        }

        var template = declaration.Members.OfType<TemplateSyntax>().FirstOrDefault()?.File;
        return new ScorecardSymbol(
            scope.Module.Name,
            declaration.Name.Text,
            declaration.Label?.Value,
            declaration.Description,
            declaration.For,
            trend is null ? null : new TrendSymbol(trend.Count, trend.Grain.Grain),
            [.. declaration.Members.SelectMany(m => Items(m, declaration, scope))],
            template?.Value,
            scope.At(declaration.Name))
        {
            TemplateLocation = template is null ? null : scope.At(template),
        };
    }

    private static IEnumerable<ScorecardItem> Items(ScorecardMember member, ScorecardDeclaration declaration, Scope scope) =>
        member is ShowMetric show && scope.Module.Find(show.Metric, out int used) is NamedParts parts && used == show.Metric.Parts.Length
            ? Parts(show, parts, scope)
            : Item(member, declaration, scope) is { } item ? [item] : [];

    private static ScorecardItem? Item(ScorecardMember member, ScorecardDeclaration declaration, Scope scope) => member switch
    {
        ShowSection section => Section(section, scope),
        ShowMetric show when scope.Module.Find(show.Metric, out int used) is NamedFunnel funnel && used == show.Metric.Parts.Length => Funnel(show, funnel, scope),
        ShowMetric show when scope.Module.Find(show.Metric, out int used) is NamedCohort cohort && used == show.Metric.Parts.Length => Cohort(show, cohort, declaration, scope),
        ShowMetric show => Metric(show, scope),
        _ => null,
    };

    /// <summary>All parts of a metric, one by one.</summary>
    private static IEnumerable<ScorecardItem> Parts(ShowMetric show, NamedParts parts, Scope scope) =>
        parts.Parts.Select(p => Metric(show with { Metric = PathOf(p.Symbol.Name, show.Metric) }, scope)).Where(i => i is not null).Select(i => i!).ToArray();

    private static PathSyntax PathOf(string name, PathSyntax written) => new(
        [.. written.Parts.Take(written.Parts.Length - 1), .. name.Split('.').Select(n => new Identifier(n, false, written.Last.Span))], written.Span);

    private static ScorecardItem? Section(ShowSection section, Scope scope)
    {
        switch (section.Section)
        {
            case "north star" when scope.Product.NorthStar is null && !scope.Module.Session.Findings.HasErrors:
                scope.Report(TypeErrors.CannotBe(scope.At(section), "The product names no north star", "Add `north star METRIC` to the product"));
                return null;
            case "north star":
                return new ShowNorthStar();
            case "objectives":
                return new ShowObjectives();
            case "metrics":
                return new ShowOtherMetrics();
            case "journey" when scope.Module.Journey is { } journey:
                return new ShowJourney(journey);
            case "journey":
                scope.Report(TypeErrors.CannotBe(scope.At(section), "The module has no journey", "Declare one: `journey \"…\" { stage … }`"));
                return null;
            default:
                scope.Report(NameErrors.WordUnknown(scope.At(section), section.Section, Sections));
                return null;
        }
    }

    private static ShowFunnel? Funnel(ShowMetric show, NamedFunnel funnel, Scope scope)
    {
        if (show.By is not null || show.Top is not null)
        {
            scope.Report(FunnelErrors.CannotShow(scope.At(show), "A funnel is shown step by step", $"Break down one of its metrics: `show {show.Metric.Text}.rate by SOURCE.column`"));
            return null;
        }

        return funnel.Bound(scope.At(show.Metric)) is { } symbol ? new ShowFunnel(symbol) : null;
    }

    /// <summary>As many rows and columns as the trend has units of the grain, or twelve.</summary>
    private static ShowCohort? Cohort(ShowMetric show, NamedCohort cohort, ScorecardDeclaration declaration, Scope scope)
    {
        const int Usual = 12;
        if (show.Top is not null || show.By?.Text is not ("day" or "week" or "month"))
        {
            scope.Report(FunnelErrors.CannotShow(scope.At(show), "A cohort is shown by day, week or month", $"Write `show {show.Metric.Text} by month`"));
            return null;
        }

        var grain = Grains.Of(show.By.Text);
        var trend = declaration.Members.OfType<TrendSyntax>().FirstOrDefault(t => t.Grain.Grain == grain);
        int count = Math.Min(trend?.Count ?? Usual, 100);
        return cohort.Bound(scope.At(show.Metric)) is { } symbol ? new ShowCohort(symbol, grain, cohort.Triangle(symbol, grain, count)) : null;
    }

    private static ShowOneMetric? Metric(ShowMetric show, Scope scope)
    {
        if (MetricReferences.Find(show.Metric, scope) is not { } metric)
        {
            return null;
        }

        if (show.Top is < 1)
        {
            scope.Report(ObjectiveErrors.OutOfRange(scope.At(show), "`top`", "1 and more"));
            return null;
        }

        if (show.By is null && metric.By is null && show.Top is { } top)
        {
            scope.Report(TypeErrors.CannotBe(scope.At(show), "`top` says how many groups are shown, but there are none", FormattableString.Invariant($"Write `show {show.Metric.Text} by SOURCE.column top {top}`, or leave `top` out")));
            return null;
        }

        if (show.By is null)
        {
            return new ShowOneMetric(metric, metric.By, show.Top);
        }

        return MetricReferences.Breakdown(show.By, metric, scope) is { } by ? new ShowOneMetric(metric, by, show.Top) : null;
    }

    private static void CheckRepeated(ScorecardDeclaration declaration, Scope scope)
    {
        var repeated = declaration.Members.GroupBy(m => m switch
        {
            TrendSyntax => "`trend`",
            TemplateSyntax => "`template`",
            ShowSection section => $"`show {section.Section}`",
            ShowMetric show => $"`show {show.Metric.Text}{(show.By is null ? "" : " by " + show.By.Text)}`",
            _ => throw new InvalidOperationException($"Unexpected member {m.GetType().Name}."),
        });
        foreach (var same in repeated)
        {
            foreach (var again in same.Skip(1))
            {
                scope.Report(TestErrors.Repeated(scope.At(again), same.Key));
            }
        }
    }
}
