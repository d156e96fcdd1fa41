namespace MetricsAsCode.Simulation.Success;

/// <summary>A customer: a company with its users and what it pays.</summary>
internal sealed record Account(long Id, Segment Segment, string Region, long SignedUpAt, int Users, IReadOnlyList<Spell> Spells)
{
    public int SignedUp => (int)(SignedUpAt / Clock.Day);

    /// <summary>Whether anybody works with the product on a day: on trial or subscribed.</summary>
    public bool IsOn(int day)
    {
        bool on = day >= SignedUp && day < SignedUp + SubscriptionModel.Trial;
        for (int i = 0; i < Spells.Count && !on; i++)
        {
            on = Spells[i].Covers(day);
        }

        return on;
    }

    /// <summary>Whether the account leaves within the days that show it.</summary>
    public bool IsLeaving(int day)
    {
        for (int i = 0; i < Spells.Count; i++)
        {
            bool isLast = i == Spells.Count - 1 || Spells[i + 1].From != Spells[i].To;
            if (isLast && Spells[i].To is { } end && day < end && day >= end - SuccessPlants.Warning)
            {
                return true;
            }
        }

        return false;
    }
}
