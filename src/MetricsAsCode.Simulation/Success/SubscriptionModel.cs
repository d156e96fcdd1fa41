namespace MetricsAsCode.Simulation.Success;

/// <summary>
/// Draws an account's subscription, month by month: it may leave, add or give back seats, meet a new price, and come back after some months.
/// Spells follow one another; between leaving and coming back there is none.
/// </summary>
internal sealed class SubscriptionModel(int end)
{
    /// <summary>Days before an account pays.</summary>
    public const int Trial = 14;

    public List<Spell> Draw(ref SplitMix64 random, Segment segment, int signedUp, int seats)
    {
        var spells = new List<Spell>();
        if (!random.Chance(0.85))
        {
            return spells;
        }

        int from = signedUp + Trial;
        while (from < end)
        {
            int left = Stay(ref random, spells, segment, from, ref seats);
            if (left >= end || !random.Chance(0.3))
            {
                break;
            }

            from = left + random.Between(40, 110);
        }

        return spells;
    }

    /// <summary>Adds the spells of one stay; the day it ends, or that of the data.</summary>
    private int Stay(ref SplitMix64 random, List<Spell> spells, Segment segment, int from, ref int seats)
    {
        var spell = new Spell(from, null, seats, segment.SeatPrice(from));
        for (int day = from + 30; day < end; day += 30)
        {
            if (random.Chance(segment.Leaves))
            {
                int left = Math.Min(day + random.Below(30), end - 1);
                Change(spells, segment, ref spell, left, null);
                return left;
            }

            int more = random.Chance(0.05) ? random.Between(1, 3) : random.Chance(0.02) && seats > 1 ? -1 : 0;
            seats += more;
            if (more != 0)
            {
                Change(spells, segment, ref spell, day, seats);
            }
        }

        Change(spells, segment, ref spell, end, null);
        return end;
    }

    /// <summary>Closes a spell on a day and opens the next with as many seats, or none; a new price on the way makes one more.</summary>
    private void Change(List<Spell> spells, Segment segment, ref Spell spell, int day, int? seats)
    {
        int risen = SuccessPlants.PriceRise;
        if (spell.From < risen && risen < day && segment.SeatPrice(risen) != spell.SeatPrice)
        {
            spells.Add(spell with { To = risen });
            spell = spell with { From = risen, SeatPrice = segment.SeatPrice(risen) };
        }

        spells.Add(spell with { To = day < end ? day : null });
        spell = new Spell(day, null, seats ?? spell.Seats, segment.SeatPrice(day));
    }
}
