namespace MetricsAsCode.Data;

/// <summary>Whether a column holds finite numbers only, as every one that was read from a file does.</summary>
internal sealed class AllFinite(bool holds)
{
    public bool Holds => holds;

    public static AllFinite Of(ValueColumn<double> column)
    {
        foreach (var value in column.Values.Wide)
        {
            if (!double.IsFinite(value))
                return new AllFinite(false);
        }

        return new AllFinite(true);
    }
}
