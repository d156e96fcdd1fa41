using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Values;
using Unit = MetricsAsCode.Values.Unit;

namespace MetricsAsCode.Scorecards.Building;

/// <summary>How fast key results get on, e.g. <c>1.33×</c>: the score over the score that is due by now.</summary>
internal static class Paces
{
    private static readonly Display TwoDigits = Display.Number with { Decimals = 2 };

    internal static Figure Of(double pace, DisplayLocale locale) => new(pace, DisplayFormat.Write(Value.Of(pace), Unit.Number, TwoDigits, locale) + "×");
}
