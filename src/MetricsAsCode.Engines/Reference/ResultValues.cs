using MetricsAsCode.Engines.Reference.Measures;
using MetricsAsCode.Engines.Reference.Numbers;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.Reference;

/// <summary>What was found as the value that results hold.</summary>
internal static class ResultValues
{
    public static Value Of(Found found) => found.Value switch
    {
        null => Value.None(found.Reason!),
        NumberScalar { Number: ExactNumber exact } => Value.Of(new Exact((Int128)exact.Unscaled, exact.Scale)),
        NumberScalar { Number: RealNumber real } => Value.Of(real.Value),
        TextScalar text => Value.Of(text.Text),
        TruthScalar truth => Value.Of(truth.IsTrue),
        DateScalar date => Value.Of(date.Date),
        TimestampScalar timestamp => Value.Of(new Instant(timestamp.Microseconds)),
        _ => throw new InvalidOperationException($"{found.Value} is no value of a result."),
    };
}
