namespace MetricsAsCode.Calculation.Binding;

/// <summary>Dates as columns hold them: days since 1970-01-01.</summary>
internal static class Days
{
    private static readonly int Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    public static int Of(DateOnly date) => date.DayNumber - Epoch;

    public static DateOnly Date(int days) => DateOnly.FromDayNumber(days + Epoch);
}
