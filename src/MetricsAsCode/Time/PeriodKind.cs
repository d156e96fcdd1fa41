namespace MetricsAsCode.Time;

/// <summary>The forms a period can be written in.</summary>
public enum PeriodKind
{
    /// <summary><c>2026-07-01</c></summary>
    Day,

    /// <summary><c>2026-W31</c></summary>
    Week,

    /// <summary><c>2026-07</c></summary>
    Month,

    /// <summary><c>2026-Q3</c></summary>
    Quarter,

    /// <summary><c>2026</c></summary>
    Year,

    /// <summary><c>FY2027-Q1</c></summary>
    FiscalQuarter,

    /// <summary><c>FY2027</c></summary>
    FiscalYear,

    /// <summary><c>2026-07-01..2026-09-30</c></summary>
    Range,

    /// <summary><c>this month</c>, <c>last quarter</c></summary>
    Relative,
}
