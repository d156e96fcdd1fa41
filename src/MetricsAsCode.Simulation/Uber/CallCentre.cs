namespace MetricsAsCode.Simulation.Uber;

/// <summary>What the call centre cost in each month that has been closed.</summary>
internal static class CallCentre
{
    public static void WriteCosts(DataFolder folder, int scale)
    {
        using var file = folder.Open("costs.csv", "month", "kind", "amount");
        for (int month = 1; month <= 7; month++)
        {
            int day = Clock.DayOf(2026, month, 1);
            bool isNew = month >= 7;
            file.Date(day).Text("salaries").Cents((isNew ? 8_100_000L : 9_400_000) * scale).End();
            file.Date(day).Text("software").Cents((isNew ? 1_900_000L : 1_200_000) * scale).End();
            file.Date(day).Text("telephony").Cents((isNew ? 800_000L : 1_300_000) * scale).End();
        }
    }
}
