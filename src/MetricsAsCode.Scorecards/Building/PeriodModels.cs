using System.Globalization;
using MetricsAsCode.Objectives;
using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Scorecards.Building;

/// <summary>Periods as a scorecard shows them.</summary>
internal static class PeriodModels
{
    internal static PeriodModel Of(ScorecardFrame frame, Period period)
    {
        var days = frame.DaysOf(period);
        var asOf = frame.Engine.AsOf;
        var progress = days is not null && asOf is { } instant ? PeriodProgress.Of(frame.Calendar.RangeOf(days), instant) : (PeriodProgress?)null;
        return new PeriodModel(
            period.ToString(),
            days?.First is { } first ? Date(first) : null,
            days is not null ? Date(days.End.AddDays(-1)) : null,
            State(progress),
            frame.Share(progress?.Elapsed, Reason.NoData),
            progress is { IsOver: false },
            asOf is { } newest ? Date(frame.Calendar.LastDayBefore(newest)) : null);
    }

    private static string State(PeriodProgress? progress) => progress switch
    {
        null => "no data",
        { IsOver: true } => "ended",
        { HasStarted: true } => "running",
        _ => "not started",
    };

    private static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
