namespace MetricsAsCode.Data.Reading;

/// <summary>The inclusive range a contract allows, in stored values, and in words.</summary>
internal sealed class ValueRange<T>(T low, T high, string words) where T : unmanaged, IComparable<T>
{
    public bool Contains(T value) => low.CompareTo(value) <= 0 && high.CompareTo(value) >= 0;

    public string Explain(string shown) => $"{shown} is not {words}.";
}
