using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Time;

namespace MetricsAsCode.Calculation.Evaluation;

/// <summary>Rows that a formula reads, and the stretch that it reads.</summary>
internal readonly record struct Leaf(Selection Rows, Stretch Stretch)
{
    /// <summary>The rows that have begun by the stretch's end, of rows with a lifetime also those that have ended.</summary>
    public Leaf BegunByTheEnd() => new(Rows.Begun, UpToTheEnd().Stretch);

    /// <summary>The same rows of any time up to the stretch's end.</summary>
    public Leaf UpToTheEnd() => this with { Stretch = new Stretch(null, Stretch.End, null) };
}
