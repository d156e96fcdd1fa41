using MetricsAsCode.Compiler.Binding.Model;

namespace MetricsAsCode.Engines.Reference;

/// <summary>The outermost node of a formula, behind metric references, windows and <c>every</c>.</summary>
internal static class Outermost
{
    public static Measure Of(Measure measure) => measure switch
    {
        MetricMeasure reference => Of(reference.Metric.Body),
        WindowMeasure window => Of(window.Operand),
        EveryMeasure every => Of(every.Operand),
        LeftOutMeasure judged => Of(judged.Operand),
        _ => measure,
    };
}
