using MetricsAsCode.Values;

namespace MetricsAsCode.Time;

/// <summary>One re-aiming of a number, set or rows at another stretch of time, e.g. <c>over previous</c>.</summary>
public abstract record WindowStep
{
    private WindowStep()
    {
    }

    /// <summary>The stretch that this step aims at when the period at hand is <paramref name="p"/>.</summary>
    internal abstract Outcome<Stretch> Apply(Stretch p, Instant asOf, Calendar calendar);

    /// <summary><c>over previous</c>, <c>over previous 3</c>: the units before, as one stretch.</summary>
    /// <param name="Count">How many units, at least 1.</param>
    public sealed record Previous(int Count = 1) : WindowStep
    {
        /// <inheritdoc />
        public override string ToString() => Count == 1 ? "over previous" : FormattableString.Invariant($"over previous {Count}");

        internal override Outcome<Stretch> Apply(Stretch p, Instant asOf, Calendar calendar) => p.Previous(Count);
    }

    /// <summary><c>over previous to date</c>: the period before as far as this one has come; whole once this one has ended.</summary>
    public sealed record PreviousToDate : WindowStep
    {
        /// <inheritdoc />
        public override string ToString() => "over previous to date";

        internal override Outcome<Stretch> Apply(Stretch p, Instant asOf, Calendar calendar)
        {
            if (!p.Previous().TryGet(out var previous, out var none))
                return none;
            if (calendar.HasEnded(p, asOf))
                return previous;
            if (!calendar.HasStarted(p, asOf))
                return Reason.NotStarted;
            // A day in which the as-of falls counts as elapsed.
            var elapsed = calendar.LastDayBefore(asOf).DayNumber - p.First!.Value.DayNumber + 1;
            return elapsed >= previous.Days ? previous : new Stretch(previous.First, previous.First!.Value.AddDays(elapsed), null);
        }
    }

    /// <summary><c>over same period last year</c></summary>
    public sealed record SamePeriodLastYear : WindowStep
    {
        /// <inheritdoc />
        public override string ToString() => "over same period last year";

        internal override Outcome<Stretch> Apply(Stretch p, Instant asOf, Calendar calendar) => p.SamePeriodLastYear();
    }

    /// <summary><c>over trailing 28 days</c>: so many units of time up to and including the period's last day, or the last day before the as-of if that is earlier.</summary>
    /// <param name="Count">How many units, at least 1.</param>
    /// <param name="Unit">The grain of the units; they need not begin where calendar units do.</param>
    public sealed record Trailing(int Count, Grain Unit) : WindowStep
    {
        /// <inheritdoc />
        public override string ToString() => FormattableString.Invariant($"over trailing {Count} {Unit.Word()}{(Count == 1 ? "" : "s")}");

        internal override Outcome<Stretch> Apply(Stretch p, Instant asOf, Calendar calendar)
        {
            var end = calendar.LastDayOf(p, asOf).AddDays(1);
            // There are no rows before the year 1, so a window that reaches further back may as well start there.
            return new Stretch(DayMath.Add(end, -(long)Count, Unit) ?? DateOnly.MinValue, end, null);
        }
    }

    /// <summary><c>over quarter to date</c>: from the start of the calendar unit that holds the period's last day, or the last day before the as-of if that is earlier, to the period's end.</summary>
    /// <param name="Unit">The grain of the unit.</param>
    public sealed record ToDate(Grain Unit) : WindowStep
    {
        /// <inheritdoc />
        public override string ToString() => $"over {Unit.Word()} to date";

        internal override Outcome<Stretch> Apply(Stretch p, Instant asOf, Calendar calendar)
        {
            var first = calendar.UnitStart(calendar.LastDayOf(p, asOf), Unit);
            return new Stretch(first, p.End, DayMath.Add(first, 1, Unit) == p.End ? Unit : null);
        }
    }

    /// <summary><c>over all before</c>: everything before the period.</summary>
    public sealed record AllBefore : WindowStep
    {
        /// <inheritdoc />
        public override string ToString() => "over all before";

        internal override Outcome<Stretch> Apply(Stretch p, Instant asOf, Calendar calendar) =>
            p.First is { } first ? new Stretch(null, first, null) : Reason.NothingBefore;
    }

    /// <summary><c>over ever</c>: everything up to the period's end.</summary>
    public sealed record Ever : WindowStep
    {
        /// <inheritdoc />
        public override string ToString() => "over ever";

        internal override Outcome<Stretch> Apply(Stretch p, Instant asOf, Calendar calendar) => new Stretch(null, p.End, null);
    }

    /// <summary><c>at start</c>: the state just before the period. Only rows that are read as a state follow it.</summary>
    public sealed record AtStart : WindowStep
    {
        /// <inheritdoc />
        public override string ToString() => "at start";

        internal override Outcome<Stretch> Apply(Stretch p, Instant asOf, Calendar calendar) =>
            p.First is { } first ? new Stretch(null, first, null) : Reason.NothingBefore;
    }

    /// <summary><c>at end</c>: the state at the period's end, or at the as-of if that is earlier. Only rows that are read as a state follow it.</summary>
    public sealed record AtEnd : WindowStep
    {
        /// <inheritdoc />
        public override string ToString() => "at end";

        internal override Outcome<Stretch> Apply(Stretch p, Instant asOf, Calendar calendar) => new Stretch(null, p.End, null);
    }

    /// <summary>The stretch itself if it begins and ends where units do: for rows that stand for a whole unit.</summary>
    /// <param name="Unit">The grain of the unit.</param>
    public sealed record Whole(Grain Unit) : WindowStep
    {
        /// <inheritdoc />
        public override string ToString() => $"whole {Unit.Word()}s";

        internal override Outcome<Stretch> Apply(Stretch p, Instant asOf, Calendar calendar) =>
            IsStart(p.End, calendar) && (p.First is not { } first || IsStart(first, calendar)) ? p : Reason.FinerThan(Unit);

        private bool IsStart(DateOnly day, Calendar calendar) => calendar.UnitStart(day, Unit) == day;
    }

    /// <summary><c>every month</c>: the last whole calendar unit inside the period that has ended by the as-of.</summary>
    /// <param name="Unit">The grain of the unit.</param>
    public sealed record LastWhole(Grain Unit) : WindowStep
    {
        /// <inheritdoc />
        public override string ToString() => $"every {Unit.Word()}";

        internal override Outcome<Stretch> Apply(Stretch p, Instant asOf, Calendar calendar)
        {
            if (IsShorterThanUnit(p))
                return Reason.FinerThan(Unit);
            var today = calendar.DateOf(asOf);
            var end = calendar.UnitStart(today < p.End ? today : p.End, Unit);
            var first = DayMath.Add(end, -1, Unit);
            return first is { } start && (p.First is not { } floor || start >= floor) ? new Stretch(start, end, Unit) : Reason.NoWhole(Unit);
        }

        // A unit is compared by its kind, so that February is a month; a range by its days.
        private bool IsShorterThanUnit(Stretch p) =>
            p.Unit is { } own ? own < Unit : p.First is { } first && !(DayMath.Add(first, 1, Unit) <= p.End);
    }
}
