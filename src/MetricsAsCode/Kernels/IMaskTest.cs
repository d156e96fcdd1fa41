using System.Runtime.Intrinsics;

namespace MetricsAsCode.Kernels;

/// <summary>A comparison, known when code is compiled so that loops over it call nothing: of single values, and of a vector's lanes at once.</summary>
internal interface IMaskTest<T>
    where T : unmanaged
{
    static abstract bool Of(T left, T right);

    static abstract Vector512<T> Of(Vector512<T> left, Vector512<T> right);
}
