namespace MetricsAsCode.Scorecards.Pictures.Svg;

/// <summary>Numbers as places on a line. The place of <c>At0</c> is that of the number <c>Low</c>, that of <c>At1</c> of <c>High</c>; they may run either way.</summary>
internal readonly record struct Axis(double Low, double High, double At0, double At1)
{
    /// <summary>An axis over all the numbers given, with some room beyond them; equal numbers stand in its middle.</summary>
    internal static Axis Over(IEnumerable<double> numbers, double at0, double at1, double room)
    {
        var known = numbers.Where(double.IsFinite).ToArray();
        if (known.Length == 0)
            return new(0, 1, at0, at1);
        var (low, high) = (known.Min(), known.Max());
        if (low.Equals(high))
            (low, high) = (Math.Max(low - Math.Max(Math.Abs(low), 1), double.MinValue), Math.Min(high + Math.Max(Math.Abs(high), 1), double.MaxValue));
        var margin = (at1 - at0) * room;
        return new(low, high, at0 + margin, at1 - margin);
    }

    // Halves avoid an overflow of the difference.
    internal double Of(double number) => At0 + ((number / 2) - (Low / 2)) / ((High / 2) - (Low / 2)) * (At1 - At0);
}
