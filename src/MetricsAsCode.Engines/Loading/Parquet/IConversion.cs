using MetricsAsCode.Data.Parsing;

namespace MetricsAsCode.Engines.Loading.Parquet;

/// <summary>Reads a value of a file as one of the declared type. Implemented by structs, so that a column's loop is compiled with its conversion inside.</summary>
internal interface IConversion<TStored, T> where TStored : unmanaged where T : unmanaged
{
    /// <summary>The value; it means nothing if there is a fault.</summary>
    CellFault Convert(TStored stored, out T value);
}
