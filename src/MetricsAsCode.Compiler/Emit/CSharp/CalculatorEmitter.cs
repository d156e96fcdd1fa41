using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Emit.CSharp;

/// <summary>Writes the calculator itself: how it is made, and three methods for each metric.</summary>
internal sealed class CalculatorEmitter(Plan plan, ModuleNames names, CodeWriter writer)
{
    public void Emit()
    {
        var product = plan.Module.Product;
        writer.Summary($"The metrics of {plan.Module.Name}{(product.Label is { } label ? $" ({label})" : "")}.", product.Goal);
        writer.Open($"public sealed partial class {names.Calculator} : Calculator");
        Constructors();
        foreach (var metric in plan.Metrics.Select(m => m.Metric))
        {
            if (names.Of(metric) is { } member)
                Members(metric, member);
        }

        writer.Close();
    }

    private void Constructors()
    {
        var sources = plan.Sources.Select(s => (Name: CSharpText.Quote(plan.NameOf(s.Source)), Names: names.Of(s.Source))).ToArray();
        writer.Summary("Binds tables to the metrics.");
        writer.Line($"public {names.Calculator}({string.Concat(sources.Select(s => $"{s.Names.Frame} {s.Names.Parameter}, "))}CalculatorOptions? options = null)");
        writer.Indented([$": this(new Dictionary<string, DataFrame>(StringComparer.Ordinal){Entries(sources)}, options)"]).Open().Close();
        writer.Line($"private {names.Calculator}(IReadOnlyDictionary<string, DataFrame> frames, CalculatorOptions? options)");
        writer.Indented([": base(Definition.Plan, frames, options)"]).Open().Close();
        writer.Summary("Binds tables, by the names of their sources, to the metrics.");
        writer.Line($"public static {names.Calculator} Create(IReadOnlyDictionary<string, DataFrame> frames, CalculatorOptions? options = null) =>");
        writer.Indented(["new(frames, options);"]).Gap();
    }

    private static string Entries(IEnumerable<(string Name, SourceNames Names)> sources)
    {
        string entries = string.Join(", ", sources.Select(s => $"[{s.Name}] = {s.Names.Parameter}.Data"));
        return entries.Length == 0 ? "" : $" {{ {entries} }}";
    }

    private void Members(MetricSymbol metric, string member)
    {
        string type = TypeCode.ResultOf(metric.Unit);
        string name = CSharpText.Quote(plan.NameOf(metric));
        writer.Summary($"{metric.Label ?? metric.Name}.", metric.Description);
        writer.Remarks($"{metric.Name} = {metric.Formula}");
        writer.Line($"public {type} {member}(Period period) => ResultOf<{type}>({name}, period);").Gap();
        writer.Line($"/// <inheritdoc cref=\"{member}(Period)\"/>");
        writer.Line("/// <returns>One row for each group of the dimension.</returns>");
        writer.Line($"public Breakdown<{type}> {member}(Period period, Dimension by) => BreakdownOf<{type}>({name}, period, by);").Gap();
        if (metric.By is { } own)
        {
            writer.Line($"/// <inheritdoc cref=\"{member}(Period)\"/>");
            writer.Line($"/// <returns>One row for each {CSharpText.Comment(own.Name)}.</returns>");
            writer.Line($"public Breakdown<{type}> {names.ByMember(metric)}(Period period) => {member}(period, new Dimension({CSharpText.Quote(plan.NameOf(own.Source))}, {CSharpText.Quote(own.Name)}));").Gap();
        }

        writer.Line($"/// <inheritdoc cref=\"{member}(Period)\"/>");
        writer.Line("/// <returns>One value for each period, in their order.</returns>");
        writer.Line($"public IReadOnlyList<(Period Period, {type} Value)> {member}(IReadOnlyList<Period> periods) =>");
        writer.Indented([$"SeriesOf<{type}>({name}, periods);"]).Gap();
    }
}
