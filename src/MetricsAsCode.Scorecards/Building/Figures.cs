using MetricsAsCode.Results;
using MetricsAsCode.Scorecards.Computing;
using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Values;

namespace MetricsAsCode.Scorecards.Building;

/// <summary>Values as numbers and texts.</summary>
internal static class Figures
{
    internal static Figure Of(Value value, MetricForm form) =>
        new(value.IsNumber ? value.ToDouble() : null, form.Write(value), value.Reason?.Text);

    internal static Figure Of(Measurement measurement, MetricForm form) => Of(measurement.Value, form);

    /// <summary>A part of a whole in per cent, or the reason why there is none.</summary>
    internal static Figure Share(double? share, Reason? reason, DisplayLocale locale) =>
        Of(share is { } known ? Value.Of(known) : Value.None(reason ?? Reason.NotComputed), MetricForm.ShareIn(locale));

    /// <summary>
    /// What to bear in mind: what is said of a sample, then the caveats. That a period is unfinished is left out where it stands at the top of the page or objective already.
    /// </summary>
    internal static string? Caveats(Measurement measurement, MetricForm form, PeriodModel period)
    {
        var caveats = measurement.OnSample(form.Locale)
            .Concat(measurement.Caveats.Where(c => !(period.IsUnfinished && string.Equals(c, Caveat.UnfinishedPeriod, StringComparison.Ordinal))))
            .ToArray();
        return caveats.Length == 0 ? null : string.Join("; ", caveats);
    }
}
