using System.Numerics;
using MetricsAsCode.Engines.DuckDb;

namespace MetricsAsCode.Engines.Loading.Parquet;

/// <summary>The type of this program for each type of whole numbers in a vector.</summary>
internal static class WholeNumbers
{
    /// <summary>What is done with the type.</summary>
    public interface IUse<out TResult>
    {
        TResult Of<TStored>() where TStored : unmanaged, IBinaryInteger<TStored>;
    }

    /// <summary>Null for a type that is not of whole numbers.</summary>
    public static TResult? Dispatch<TResult>(DuckDbType type, IUse<TResult> use) where TResult : class => type switch
    {
        DuckDbType.TinyInt => use.Of<sbyte>(),
        DuckDbType.SmallInt => use.Of<short>(),
        DuckDbType.Integer => use.Of<int>(),
        DuckDbType.BigInt => use.Of<long>(),
        DuckDbType.UTinyInt => use.Of<byte>(),
        DuckDbType.USmallInt => use.Of<ushort>(),
        DuckDbType.UInteger => use.Of<uint>(),
        DuckDbType.UBigInt => use.Of<ulong>(),
        DuckDbType.HugeInt => use.Of<Int128>(),
        DuckDbType.UHugeInt => use.Of<UInt128>(),
        _ => null,
    };
}
