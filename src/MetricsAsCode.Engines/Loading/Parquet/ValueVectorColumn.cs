using MetricsAsCode.Data;
using MetricsAsCode.Data.Parsing;
using MetricsAsCode.Data.Reading;
using MetricsAsCode.Engines.DuckDb;

namespace MetricsAsCode.Engines.Loading.Parquet;

/// <summary>Values of fixed width. The conversion is a struct, so each pair of types gets a loop of its own without calls through tables.</summary>
/// <param name="schema">The contract.</param>
/// <param name="log">Takes the errors.</param>
/// <param name="range">The values allowed; null for all.</param>
/// <param name="explain">Words why a value, shown in backticks, is refused.</param>
internal sealed class ValueVectorColumn<T>(ColumnSchema schema, ErrorLog log, ValueRange<T>? range, Func<CellFault, string, string> explain) : VectorColumn(schema, log)
    where T : unmanaged, IComparable<T>
{
    private T[] _values = [];

    public void Append<TStored, TConversion>(DuckDbVector vector, int rows, ErrorPlace first, TConversion conversion)
        where TStored : unmanaged
        where TConversion : struct, IConversion<TStored, T>
    {
        EnsureRoom(ref _values, rows);
        var values = _values.AsSpan(RowCount, rows);
        var stored = vector.Values<TStored>();
        var validity = vector.Validity;
        for (int row = 0; row < rows; row++)
        {
            if (!validity.IsEmpty && (validity[row >> 6] >> row & 1) == 0)
                AddMissing(vector, row, first);
            else if (conversion.Convert(stored[row], out values[row]) is not CellFault.None and var fault)
                Refuse(vector, row, first, fault);
            else if (range is not null && !range.Contains(values[row]))
                Refuse(vector, row, first, CellFault.NotAllowed);
        }

        RowCount += rows;
    }

    public override Column Build() => new ValueColumn<T>(Schema.Name, Schema.Type, _values, Known(), RowCount);

    protected override string Explain(CellFault fault, string text) => fault == CellFault.NotAllowed
        ? range!.Explain(ErrorLog.Show(text))
        : explain(fault, ErrorLog.Show(text));
}
