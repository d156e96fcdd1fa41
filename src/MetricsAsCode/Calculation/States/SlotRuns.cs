namespace MetricsAsCode.Calculation.States;

/// <summary>
/// Where the members of a scope keep what a stretch of time needs: member c in slots c × Buckets + From to c × Buckets + To (excluded).
/// Buckets are in order of time.
/// </summary>
/// <param name="Buckets">How many elementary stretches each member has.</param>
/// <param name="From">The first of the stretch.</param>
/// <param name="To">The one behind the last.</param>
internal readonly record struct SlotRuns(int Buckets, int From, int To)
{
    /// <summary>The slots of one member.</summary>
    public (int From, int To) Of(int code) => ((code * Buckets) + From, (code * Buckets) + To);
}
