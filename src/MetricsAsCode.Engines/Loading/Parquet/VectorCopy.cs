using MetricsAsCode.Data.Reading;
using MetricsAsCode.Engines.DuckDb;

namespace MetricsAsCode.Engines.Loading.Parquet;

/// <summary>Appends the vectors of one file's column to the column they belong to. Another file may store the same column in another type.</summary>
internal abstract class VectorCopy
{
    /// <param name="vector">Values of the file's type.</param>
    /// <param name="rows">How many.</param>
    /// <param name="first">The place of the first.</param>
    public abstract void Append(DuckDbVector vector, int rows, ErrorPlace first);

    public static VectorCopy Of(TextVectorColumn column) => new Texts(column);

    public static VectorCopy Of<TStored, T, TConversion>(ValueVectorColumn<T> column, TConversion conversion)
        where TStored : unmanaged
        where T : unmanaged, IComparable<T>
        where TConversion : struct, IConversion<TStored, T> => new Values<TStored, T, TConversion>(column, conversion);

    private sealed class Texts(TextVectorColumn column) : VectorCopy
    {
        public override void Append(DuckDbVector vector, int rows, ErrorPlace first) => column.Append(vector, rows, first);
    }

    private sealed class Values<TStored, T, TConversion>(ValueVectorColumn<T> column, TConversion conversion) : VectorCopy
        where TStored : unmanaged
        where T : unmanaged, IComparable<T>
        where TConversion : struct, IConversion<TStored, T>
    {
        public override void Append(DuckDbVector vector, int rows, ErrorPlace first) => column.Append<TStored, TConversion>(vector, rows, first, conversion);
    }
}
