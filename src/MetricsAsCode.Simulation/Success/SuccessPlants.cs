namespace MetricsAsCode.Simulation.Success;

/// <summary>What the definitions are to find in the customer success data. `metrics-defs/success/data/README.md` says the same to readers.</summary>
internal static class SuccessPlants
{
    /// <summary>From 1 May 2026 a seat of the plan `team` costs 15 instead of 12 dollars, also for those who have it.</summary>
    public static readonly int PriceRise = Clock.DayOf(2026, 5, 1);

    /// <summary>Users who join from 1 April 2026 are led to their first shared report in half the time.</summary>
    public static readonly int NewOnboarding = Clock.DayOf(2026, 4, 1);

    public const double OldTimeToValue = 9.0 * Clock.Day;
    public const double NewTimeToValue = 4.0 * Clock.Day;

    /// <summary>In June 2026 whoever invites a colleague gets a month free.</summary>
    public static readonly int Referrals = Clock.DayOf(2026, 6, 1);

    public const double Invites = 0.10;
    public const double InvitesWithReferrals = 0.25;

    /// <summary>Accounts about to leave are seen for this many days before they do: less use, more tickets, worse marks.</summary>
    public const int Warning = 60;

    public const double UseBeforeLeaving = 0.25;
}
