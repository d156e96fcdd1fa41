using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Engines.Testing;

/// <summary>Periods as definitions write them, in the runtime's terms.</summary>
internal static class WrittenPeriods
{
    public static Period Of(PeriodSyntax written) => written switch
    {
        UnitPeriod unit => Unit(unit),
        RangePeriod range => Period.Range(Unit(range.First), Unit(range.Last)),
        RelativePeriod relative => Period.Relative(relative.Offset, (Time.Grain)relative.Grain),
        _ => throw new InvalidOperationException($"Unexpected period {written.GetType().Name}."),
    };

    private static Period Unit(UnitPeriod unit) =>
        Period.TryParse(unit.Written, out var period) ? period : throw new InvalidOperationException($"The period `{unit.Written}` was accepted by the parser but cannot be read.");
}
