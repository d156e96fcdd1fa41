using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Scorecards.Pictures.Svg;

namespace MetricsAsCode.Scorecards.Pictures.Charts;

// 1. A path runs from its start on the left to its target on the right, also when the numbers fall: further right is nearer to the target. The bar begins at the start.
// 2. A level, and what adds up over time, is measured from zero, so that lengths compare.

/// <summary>Where the numbers of a key result stand in its bullet.</summary>
internal static class BulletScale
{
    private const double Room = 0.04;

    /// <param name="keyResult">It has an aim and a current value.</param>
    /// <param name="left">The left end of the bullet.</param>
    /// <param name="right">Its right end.</param>
    internal static (Axis Axis, double BarStart) Of(KeyResultModel keyResult, double left, double right)
    {
        var aim = keyResult.Aim!;
        var isPath = aim is { Start: not null, IsTotal: false };
        var isFalling = isPath && aim.Low is null;
        var numbers = Numbers(keyResult, aim, isPath).ToArray();
        var axis = Axis.Over(numbers, isFalling ? right : left, isFalling ? left : right, Room);
        // Zero stands at the very edge when nothing is below it, also when all is zero.
        if (!isPath && axis is { Low: -1, High: 1 } && numbers.All(static n => n == 0))
            axis = axis with { Low = 0 };
        if (!isPath && axis.Low >= 0)
            axis = axis with { At0 = left };
        return (axis, isPath ? aim.Start!.Value : 0);
    }

    private static IEnumerable<double> Numbers(KeyResultModel keyResult, AimModel aim, bool isPath)
    {
        IEnumerable<double?> numbers = [aim.Start, aim.Low, aim.High, keyResult.Current.Number, keyResult.Projected?.Number, keyResult.Baseline.Number, isPath ? null : 0];
        return numbers.OfType<double>();
    }
}
