using MetricsAsCode.Compiler.Emit.CSharp.Kernels;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Emit.CSharp;

/// <summary>Writes what the calculator computes with: the fields of its formulas, the plan over them, and the kernels.</summary>
internal sealed class DefinitionEmitter
{
    private readonly Plan plan;
    private readonly ModuleNames names;
    private readonly CodeWriter fieldText = new();
    private readonly KernelEmitter kernels = new();
    private readonly Dictionary<PlanNumber, PlanMetric> firstByFormula = [];
    private readonly Dictionary<PlanMetric, string> fieldNames = [];
    private readonly Dictionary<PlanSample, string> samples = [];
    private readonly HashSet<PlanMetric> written = [];
    private readonly SharedNumbers shared;
    private readonly Dictionary<PlanNumber, string> sharedNames = [];
    private readonly NameScope scope;
    private readonly FormulaEmitter formulas;
    private readonly DefinitionFields fields;
    private IReadOnlyList<string> derived = [];

    public DefinitionEmitter(Plan plan, ModuleNames names)
    {
        (this.plan, this.names) = (plan, names);
        scope = new NameScope(RuntimeNames.Types.Concat(RuntimeNames.ObjectMembers).Append("Plan"));
        foreach (var metric in plan.Metrics)
        {
            fieldNames.Add(metric, scope.Claim(CSharpName.Pascal(plan.NameOf(metric.Metric)), "Metric"));
            if (metric.Formula is not PlanConstant && !firstByFormula.ContainsKey(metric.Formula))
                firstByFormula.Add(metric.Formula, metric);
        }

        shared = new SharedNumbers(plan.Metrics.SelectMany(m => m.Numbers));
        fields = new DefinitionFields(plan, scope, fieldText, kernels);
        formulas = new FormulaEmitter(fields, Named);
    }

    public void Emit(CodeWriter writer)
    {
        foreach (var metric in plan.Metrics)
            Formula(metric);
        derived = [.. plan.Derived.Select(fields.Derived)];
        writer.Line("// What is computed: rows, what is kept of them, and the formulas over it.");
        writer.Open("file static class Definition").Lines(fieldText.ToString().TrimEnd('\n')).Gap();
        Plan(writer);
        writer.Close();
        kernels.Write(writer);
    }

    /// <summary>A number that is a metric's whole formula is called by the metric's name, a long one that is used more than once by a name of its own, which then stands above.</summary>
    private string? Named(PlanNumber number)
    {
        if (!firstByFormula.TryGetValue(number, out var metric))
            return shared.Contains(number) ? Shared(number) : null;
        Formula(metric);
        return fieldNames[metric];
    }

    private string Shared(PlanNumber number)
    {
        if (sharedNames.TryGetValue(number, out string? name))
            return name;
        string body = formulas.Body(number);
        sharedNames.Add(number, name = scope.Claim("Number"));
        fieldText.Line($"private static readonly Formula {name} = {body};").Gap();
        return name;
    }

    private void Formula(PlanMetric metric)
    {
        if (!written.Add(metric))
            return;
        if (metric.Sample is { } sample)
            Sample(metric.Metric, sample);
        bool isAlias = firstByFormula.TryGetValue(metric.Formula, out var first) && !ReferenceEquals(first, metric);
        string body = isAlias ? Named(metric.Formula)! : formulas.Body(metric.Formula);
        fieldText.Line($"// {CSharpText.Comment($"{plan.NameOf(metric.Metric)} = {metric.Metric.Formula}")}");
        fieldText.Line($"private static readonly Formula {fieldNames[metric]} = {body};").Gap();
    }

    // Metrics over one sample and window say one and the same.
    private void Sample(MetricSymbol metric, PlanSample sample)
    {
        if (samples.ContainsKey(sample))
            return;
        string rate = formulas.Body(sample.ResponseRate);
        string name = scope.Claim(CSharpName.Pascal(plan.NameOf(metric)) + "Sample");
        samples.Add(sample, name);
        fieldText.Line($"// {CSharpText.Comment($"response rate of {plan.NameOf(metric)}")}");
        fieldText.Line($"private static readonly SamplePlan {name} = new({rate}, {CSharpText.Quote(plan.NameOf(sample.Asked))}, {(sample.IsProportion ? "true" : "false")});").Gap();
    }

    private void Plan(CodeWriter writer)
    {
        var product = plan.Module.Product;
        writer.Line("public static readonly CalculatorPlan Plan = new(");
        writer.Indented(
        [
            $"{CSharpText.Quote(plan.Module.Name)},",
            $"{Calendar(product)},",
            "[",
            .. plan.Sources.Select(s => $"    {Source(s)},"),
            "],",
            "[",
            .. plan.Metrics.Select(m => $"    {Metric(m)},"),
            "],",
            $"{CSharpText.Quote(AsOfSources())}){(derived.Count == 0 ? "" : $" {{ Derived = [{string.Join(", ", derived)}] }}")};",
        ]);
    }

    private static string Calendar(ProductSymbol product)
    {
        string zone = product.TimeZone == "UTC" ? "TimeZoneInfo.Utc" : $"TimeZoneInfo.FindSystemTimeZoneById({CSharpText.Quote(product.TimeZone)})";
        return $"new Calendar({zone}, DayOfWeek.{product.WeekStart}, {CSharpText.Of(product.YearStartMonth)})";
    }

    private string Source(PlanSource source)
    {
        string frame = names.Of(source.Source).Frame;
        string time = ReferencePath.OfTime(source.Source) is { } column ? DefinitionFields.Path(column) : "null";
        return $"new SourcePlan({frame}.Schema, {time}, {frame}.ColumnsInUse)";
    }

    private string Metric(PlanMetric planned)
    {
        var metric = planned.Metric;
        string every = metric.Every is { } grain ? $", Grain.{grain}" : "";
        string display = TypeCode.Of(metric.Display) is { } shown ? $", Display: {shown}" : "";
        string sample = planned.Sample is { } said ? $" {{ Sample = {samples[said]} }}" : "";
        return $"new MetricPlan({CSharpText.Quote(plan.NameOf(metric))}, {fieldNames[planned]}, {TypeCode.Of(metric.Unit)}{every}{display}){sample}";
    }

    /// <summary>Those of the product, or all dated ones of the module: the dated sources of other modules do not say how far this one's data reaches.</summary>
    private IEnumerable<string> AsOfSources() => plan.Module.AsOfSources.Select(plan.NameOf);
}
