using MetricsAsCode.Data;
using MetricsAsCode.Data.Parsing;
using MetricsAsCode.Data.Reading;
using MetricsAsCode.Engines.DuckDb;

namespace MetricsAsCode.Engines.Loading.Parquet;

/// <summary>Takes over the values of one column, vector by vector, and checks them against its contract.</summary>
internal abstract class VectorColumn(ColumnSchema schema, ErrorLog log) : GrowingColumn(schema, log)
{
    /// <summary>Notes a missing value, which is an error unless the column is optional.</summary>
    protected void AddMissing(DuckDbVector vector, int row, ErrorPlace first)
    {
        if (!TryAddMissing(RowCount + row))
            Refuse(vector, row, first, CellFault.Missing);
    }

    /// <summary>Notes a value that breaks the contract.</summary>
    protected void Refuse(DuckDbVector vector, int row, ErrorPlace first, CellFault fault)
    {
        var place = first with { Line = first.Line + row };
        if (Refuses(RowCount + row, place))
            LogRefusal(place, place, 0, fault, fault == CellFault.Missing ? "" : VectorText.Of(vector, row));
    }
}
