namespace MetricsAsCode.Simulation.Slack;

/// <summary>What happens outside the product, day by day: campaigns, searches, posts, and the panel of people who choose a team messenger.</summary>
internal sealed class Market(ulong seed, int stream, int scale)
{
    private static readonly Weighted<string> Others = new(("teams", 66), ("discord", 20), ("other", 14));

    public void Write(DataFolder folder)
    {
        using var ads = folder.Open("ads.csv", "day", "channel", "impressions", "clicks", "spend");
        using var searches = folder.Open("searches.csv", "day", "impressions", "clicks");
        using var mentions = folder.Open("mentions.csv", "mention_id", "network", "posted_at");
        using var choices = folder.Open("choices.csv", "person_id", "chosen_at", "product", "is_first");
        long mention = 0;
        long person = 0;
        for (int day = SlackTime.First; day < SlackTime.End; day++)
        {
            var random = SplitMix64.Of(seed, stream, day);
            Advertise(ref random, ads, "google_ads", day, 2.4, 310);
            Advertise(ref random, ads, "linkedin", day, 1.6, 620);
            long impressions = (long)(540 * Curve.Steady.Draw(ref random) * scale);
            searches.Date(day).Number(impressions).Number((long)(impressions * 0.03 * Curve.Steady.Draw(ref random))).End();
            for (long due = (long)random.Between(1, 7) * scale; due > 0; due--)
            {
                mentions.Number(++mention).Text(random.Any<string>(["linkedin", "reddit", "x"])).Time(SlackTime.On(day, ref random)).End();
            }

            for (long due = (long)random.Between(14, 22) * scale; due > 0; due--)
            {
                bool isFirst = random.Chance(0.7);
                bool slack = random.Chance(!isFirst ? 0.36 : SlackPlants.IsCampaign(day) ? SlackPlants.ChoosesInCampaign : SlackPlants.Chooses);
                choices.Number(++person).Time(SlackTime.On(day, ref random)).Text(slack ? "slack" : Others.Draw(ref random)).Flag(isFirst).End();
            }
        }
    }

    private void Advertise(ref SplitMix64 random, CsvFile file, string channel, int day, double usual, int price)
    {
        // A half of a click is one every other day.
        long clicks = (long)((usual * Curve.Steady.Draw(ref random) * scale) + random.Unit());
        long impressions = (long)(usual * 80 * Curve.Steady.Draw(ref random) * scale);
        file.Date(day).Text(channel).Number(impressions).Number(clicks).Cents(clicks * price).End();
    }
}
