namespace MetricsAsCode.Data;

/// <summary>What becomes of rows that break their contract.</summary>
public enum BadRows
{
    /// <summary>They are errors: nothing is computed.</summary>
    Fail,

    /// <summary>They are set aside and counted, see <see cref="DataFrame.Rejected"/>. A file that cannot be read as a whole is an error all the same.</summary>
    Quarantine,
}
