using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.Reference;

/// <summary>
/// Ends the computation of one aggregate or operator that has no value, e.g. because a number overflows inside a row.
/// Never leaves the evaluator: <see cref="Measures.MeasureEvaluator"/> turns it into an answer without value.
/// </summary>
internal sealed class NoValueException(Reason reason) : Exception(reason.Text)
{
    public Reason Reason { get; } = reason;
}
