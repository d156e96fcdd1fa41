using MetricsAsCode.Calculation;

namespace MetricsAsCode.Kernels;

/// <summary>How values of a type are ordered, known when code is compiled so that loops over it call nothing.</summary>
internal interface IOrder<T>
{
    /// <summary>Negative when <paramref name="left"/> comes first.</summary>
    static abstract int Compare(T left, T right);
}

/// <summary>The order that the type itself has.</summary>
internal readonly struct NaturalOrder<T> : IOrder<T>
    where T : IComparable<T>
{
    /// <inheritdoc/>
    public static int Compare(T left, T right) => left.CompareTo(right);
}

/// <summary>Texts by UTF-8 bytes.</summary>
internal readonly struct TextOrder : IOrder<string>
{
    /// <inheritdoc/>
    public static int Compare(string left, string right) => Texts.Compare(left, right);
}

/// <summary>The same for the sorting methods of .NET.</summary>
internal readonly struct OrderComparer<T, TOrder> : IComparer<T>
    where TOrder : struct, IOrder<T>
{
    /// <inheritdoc/>
    public int Compare(T? x, T? y) => TOrder.Compare(x!, y!);
}
