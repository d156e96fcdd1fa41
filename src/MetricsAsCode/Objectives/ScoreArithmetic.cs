using MetricsAsCode.Values;

namespace MetricsAsCode.Objectives;

// Exact numbers are compared and subtracted exactly. Doubles carry the noise of their last digits: 1 - 0.9 is not below 10%, and a path from
// 20% down by a fifth ends at 16% although 0.2 * 0.8 does not. So doubles that differ by less than that noise count as equal, and only doubles.

/// <summary>Arithmetic on values that are exact or double.</summary>
internal static class ScoreArithmetic
{
    private const double LevelNoise = 1e-12;
    private const double PathNoise = 1e-9;

    internal static int Compare(Value left, Value right)
    {
        if (left.Kind == ValueKind.Exact && right.Kind == ValueKind.Exact)
            return left.AsExact.CompareTo(right.AsExact);
        var (a, b) = (left.ToDouble(), right.ToDouble());
        return Math.Abs(a - b) <= LevelNoise * Math.Max(Math.Abs(a), Math.Abs(b)) ? 0 : a.CompareTo(b);
    }

    internal static int Sign(Value value) => value.Kind == ValueKind.Exact ? value.AsExact.Sign : Math.Sign(value.AsDouble);

    internal static Value Add(Value left, Value right, bool isIncrease)
    {
        if (left.Kind != ValueKind.Exact || right.Kind != ValueKind.Exact)
            return Value.Of(left.ToDouble() + (isIncrease ? right.ToDouble() : -right.ToDouble()));
        return Value.Of(isIncrease ? Exact.Add(left.AsExact, right.AsExact) : Exact.Subtract(left.AsExact, right.AsExact));
    }

    internal static Value Multiply(Value left, Value right) => left.Kind == ValueKind.Exact && right.Kind == ValueKind.Exact
        ? Value.Of(Exact.Multiply(left.AsExact, right.AsExact))
        : Value.Of(left.ToDouble() * right.ToDouble());

    /// <summary>left / right, clipped to 0..1; the divisor is not zero.</summary>
    internal static double Part(Value left, Value right) =>
        left.Kind == ValueKind.Exact && right.Kind == ValueKind.Exact && Exact.Divide(left.AsExact, right.AsExact) is { } exact
            ? Clip(exact, 0)
            : Clip(left.ToDouble() / right.ToDouble(), LevelNoise);

    /// <summary>How much of the way from <paramref name="start"/> to <paramref name="target"/> is done, clipped to 0..1; the ends differ.</summary>
    internal static double Way(Value value, Value start, Value target)
    {
        var (done, whole) = (Add(value, start, false), Add(target, start, false));
        return done.Kind == ValueKind.Exact && whole.Kind == ValueKind.Exact
            ? Part(done, whole)
            : Clip(done.ToDouble() / whole.ToDouble(), PathNoise);
    }

    private static double Clip(double score, double noise) => score >= 1 - noise ? 1 : score > 0 ? score : 0;
}
