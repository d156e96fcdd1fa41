using System.Collections.Immutable;
using System.Globalization;
using MetricsAsCode.Scorecards.Model;

namespace MetricsAsCode.Scorecards.Building;

/// <summary>How far the data of a scorecard reach.</summary>
internal static class Freshness
{
    internal static FreshnessModel Of(ScorecardFrame frame)
    {
        if (frame.Engine.AsOf is not { } asOf)
            return FreshnessModel.Unknown;
        var newest = frame.Calendar.LastDayBefore(asOf);
        var reach = frame.Engine.Reach;
        ImmutableArray<SourceAgeModel> older =
        [
            .. reach.Select(r => (r.Source, Day: frame.Calendar.DateOf(r.Newest)))
                .Where(r => r.Day < newest)
                .OrderBy(static r => r.Day).ThenBy(static r => r.Source, StringComparer.Ordinal)
                .Select(r => new SourceAgeModel(r.Source, r.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Days(newest.DayNumber - r.Day.DayNumber))),
        ];
        return new(frame.Days is { First: { } first } days ? AgainstPeriod(newest, first, days.End.AddDays(-1)) : null, reach.Count, older, [.. frame.Engine.Later.Select(l => new LaterRowsModel(l.Source, Counted(l.Count, "row")))]);
    }

    private static string AgainstPeriod(DateOnly newest, DateOnly first, DateOnly last)
    {
        if (newest < first)
            return $"{Days(first.DayNumber - newest.DayNumber)} before the period starts";
        var left = last.DayNumber - newest.DayNumber;
        return left == 0 ? "the period's last day" : left > 0 ? $"{Days(left)} before the period ends" : $"{Days(-left)} after the period's end";
    }

    private static string Days(int count) => Counted(count, "day");

    private static string Counted(long count, string noun) => FormattableString.Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");
}
