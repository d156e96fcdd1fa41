namespace MetricsAsCode.Simulation.Slack;

/// <summary>
/// Slack's website, workspaces and users, and the market it is in, from 1 January to 15 August 2026: a scale of 1 has 700 workspaces.
/// Each workspace draws from its own generator and is written whole before the next; so are the visitors of a day who do not sign up.
/// </summary>
internal sealed class SlackSimulation(ulong seed, int scale)
{
    private const int WorkspaceStream = 30;
    private const int VisitorStream = 31;
    private const int MarketStream = 32;

    public void Write(DataFolder folder)
    {
        using (var files = new SlackFiles(folder))
        {
            var workspaces = new WorkspaceModel(files);
            for (long id = 1; id <= 700L * scale; id++)
            {
                workspaces.Write(SplitMix64.Of(seed, WorkspaceStream, id), id);
            }

            WritePassing(new VisitorModel(files));
        }

        new Market(seed, MarketStream, scale).Write(folder);
        WriteExpenses(folder);
    }

    private void WritePassing(VisitorModel visitors)
    {
        for (int day = SlackTime.First; day < SlackTime.End; day++)
        {
            var random = SplitMix64.Of(seed, VisitorStream, day);
            long due = (long)random.Between(16, 28) * scale;
            for (long i = 0; i < due; i++)
            {
                visitors.Pass(ref random, day);
            }
        }
    }

    private void WriteExpenses(DataFolder folder)
    {
        using var file = folder.Open("expenses.csv", "month", "department", "amount");
        for (int month = 1; month <= 7; month++)
        {
            int day = Clock.DayOf(2026, month, 1);
            file.Date(day).Text("marketing").Cents(1_450_000L * scale).End();
            file.Date(day).Text("sales").Cents(980_000L * scale).End();
        }
    }
}
