using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Binding.Expressions;

/// <summary>How two units that do not fit come together.</summary>
internal static class UnitRemedy
{
    /// <summary>A sentence; empty where nothing helps.</summary>
    public static string For(Unit left, Unit right)
    {
        if (left == right)
        {
            return "";
        }

        if (left.IsTemporal || right.IsTemporal)
        {
            return left.IsTemporal && right.IsTemporal
                ? "`date(t)` is the day of a timestamp; one time less another is a duration."
                : "A time is moved by a duration: `max(ROWS.t) + 2 days`.";
        }

        var (first, second) = Order(left) <= Order(right) ? (left, right) : (right, left);
        return (first.Kind, second.Kind) switch
        {
            (UnitKind.Ratio, UnitKind.Count or UnitKind.Number or UnitKind.Score) =>
                $"Make the {second} a ratio with `scale(X, LOW, HIGH)`, or divide it by another count or number.",
            (UnitKind.Ratio or UnitKind.Count or UnitKind.Number or UnitKind.Score, UnitKind.Money) => $"Divide the money by another amount of {second.Currency} first, which gives a ratio.",
            (UnitKind.Ratio or UnitKind.Count or UnitKind.Number or UnitKind.Score, UnitKind.Duration) => "Divide the duration by another one first, e.g. by `1 hour`, which gives a ratio.",
            (UnitKind.Money, UnitKind.Duration) or (UnitKind.Duration, UnitKind.Money) => "Divide each by something of its own unit first, which gives ratios.",
            _ when left.IsNumeric && right.IsNumeric => "Bring both to one unit first.",
            _ => "",
        };
    }

    private static int Order(Unit unit) => unit.Kind switch
    {
        UnitKind.Ratio => 0,
        UnitKind.Count or UnitKind.Number or UnitKind.Score => 1,
        _ => 2,
    };
}
