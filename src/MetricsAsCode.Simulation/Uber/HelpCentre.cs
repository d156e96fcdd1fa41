namespace MetricsAsCode.Simulation.Uber;

/// <summary>The features of the help centre, the visits to it, and the AI features offered to riders, day by day.</summary>
internal sealed class HelpCentre(ulong seed, int stream, int scale)
{
    private static readonly (string Feature, string Name, bool IsAi, int Deployed)[] Features =
    [
        ("chatbot", "Chatbot", true, Clock.DayOf(2025, 6, 2)),
        ("assistant", "AI assistant", true, Clock.DayOf(2025, 10, 6)),
        ("faq_videos", "Videos in the FAQ", false, Clock.DayOf(2025, 11, 10)),
        ("fare_explainer", "Why was my fare higher?", true, Clock.DayOf(2026, 2, 9)),
        ("ride_guide", "Interactive troubleshooting", false, Clock.DayOf(2026, 3, 16)),
        ("lost_item_finder", "Lost item finder", true, Clock.DayOf(2026, 4, 20)),
        ("cancellation_review", "Instant review of cancellation fees", true, Clock.DayOf(2026, 6, 1)),
        ("chatbot_2", "Chatbot that settles tier 1", true, UberPlants.NewChatbot),
        ("refund_forecast", "Refund forecast", true, Clock.DayOf(2026, 8, 3)),
    ];

    public void Write(DataFolder folder)
    {
        WriteFeatures(folder);
        using var visits = folder.Open("help_visits.csv", "visit_id", "opened_at", "outcome");
        using var prompts = folder.Open("ai_prompts.csv", "prompt_id", "feature", "shown_at", "opened_at");
        long visit = 0;
        long prompt = 0;
        for (int day = UberTime.First; day < UberTime.End; day++)
        {
            var random = SplitMix64.Of(seed, stream, day);
            var selfService = SelfService.On(day);
            long due = (long)random.Between(14, 22) * scale;
            for (long i = 0; i < due; i++)
            {
                visits.Number(++visit).Time(Kolkata.On(day, ref random)).Text(selfService.Outcomes.Draw(ref random)).End();
            }

            string[] offered = [.. Features.Where(f => f.IsAi && f.Deployed <= day).Select(f => f.Feature)];
            due = (long)random.Between(11, 17) * scale;
            for (long i = 0; i < due; i++)
            {
                long shown = Kolkata.On(day, ref random);
                long opened = shown + random.Between(2, 40);
                string feature = random.Any<string>(offered);
                bool opens = random.Chance(selfService.Opens);
                prompts.Number(++prompt).Text(feature).Time(shown).Time(opens ? UberTime.Known(opened) : null).End();
            }
        }
    }

    private static void WriteFeatures(DataFolder folder)
    {
        using var file = folder.Open("help_features.csv", "feature", "name", "is_ai", "deployed_on");
        foreach (var (feature, name, isAi, deployed) in Features)
        {
            file.Text(feature).Text(name).Flag(isAi).Date(deployed).End();
        }
    }
}
