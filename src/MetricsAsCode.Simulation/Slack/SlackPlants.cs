namespace MetricsAsCode.Simulation.Slack;

/// <summary>What the definitions are to find in the Slack data. `metrics-defs/slack/data/README.md` says the same to readers. Days are those of Los Angeles.</summary>
internal static class SlackPlants
{
    /// <summary>In May 2026 six in ten new workspaces come for a promotion, half as many again come at all, and those who came for it stay a quarter as long.</summary>
    public static readonly int PromotionFrom = Clock.DayOf(2026, 5, 1);

    public static readonly int PromotionTo = Clock.DayOf(2026, 6, 1);

    public const string Promotion = "may50";
    public const double Promoted = 0.6;
    public const double StayOfPromoted = 0.25;

    /// <summary>Asked in the app, promoters answer three times as often as the others; called at random by phone, nearly all answer.</summary>
    public const double HappyAnswer = 0.54;

    public const double OtherAnswer = 0.18;
    public const double PhoneAnswer = 0.9;
    public const double AskedByPhone = 0.3;

    /// <summary>For four weeks from 13 July 2026 (2026-W29 to 2026-W32) a campaign of Teams wins people who choose their first messenger.</summary>
    public static readonly int CampaignFrom = Clock.DayOf(2026, 7, 13);

    public static readonly int CampaignTo = Clock.DayOf(2026, 8, 10);
    public const double Chooses = 0.46;
    public const double ChoosesInCampaign = 0.30;

    /// <summary>From 1 July 2026 the form asks for the email only, and a tutorial shows the way: fewer give up either.</summary>
    public static readonly int NewForm = Clock.DayOf(2026, 7, 1);

    public static bool IsPromotion(int day) => day >= PromotionFrom && day < PromotionTo;

    public static bool IsCampaign(int day) => day >= CampaignFrom && day < CampaignTo;
}
