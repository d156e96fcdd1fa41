using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines.Explaining;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Engines.Reference;

namespace MetricsAsCode.Tests.Explaining;

/// <summary>Explains a metric of files in a folder.</summary>
internal static class Explanations
{
    public static Explanation Over(string folder, ModuleSymbol module, string metric, string period, (string Column, string Value)? group, int most)
    {
        var columns = module.Sources.SelectMany(s => s.Columns).ToList();
        var frames = new DataCatalogue(folder).Open(Planner.Plan(module, columns));
        var explainer = new Explainer(module, new ReferenceEngine(module, frames), frames);
        Period.TryParse(period, out var wanted).ShouldBeTrue();
        var by = group is { } named ? columns.First(c => c.ToString() == named.Column) : null;
        return explainer.Explain(module.Metric(metric)!, wanted, by is null ? null : new ExplainedGroup(by, group!.Value.Value), most);
    }

    public static ExplainedStep Part(this Explanation explained, string text) => explained.Formula.SelfAndBelow().First(s => s.Text == text || s.Name == text);

    /// <summary>The funnel as <c>rows of `orders` 10; `placed_on` is known 9 (0 false, 1 unknown); …</c></summary>
    public static string[] Funnel(this ExplainedRows rows) =>
        [.. rows.Funnel.Select((s, i) => i == 0 ? $"{s.Text} {s.Left}" : $"{s.Text} {s.Left} ({s.False} false, {s.Unknown} unknown)")];

    public static string Shown(this ExplainedStep step) => step.Found!.ToString();
}
