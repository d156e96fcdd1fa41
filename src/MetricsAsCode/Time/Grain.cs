namespace MetricsAsCode.Time;

/// <summary>The units that calendars count in, from fine to coarse.</summary>
public enum Grain
{
    /// <summary>A local day of 23 to 25 hours.</summary>
    Day,

    /// <summary>Seven days, beginning on the calendar's first day of the week.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>Three calendar months.</summary>
    Quarter,

    /// <summary>Twelve calendar months.</summary>
    Year,
}
