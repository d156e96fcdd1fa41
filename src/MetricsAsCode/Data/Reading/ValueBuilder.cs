using MetricsAsCode.Data.Parsing;

namespace MetricsAsCode.Data.Reading;

/// <summary>Builds a <see cref="ValueColumn{T}"/>. The parser is a struct, so each pair of types gets a loop of its own without calls through tables.</summary>
internal sealed class ValueBuilder<T, TParser>(ColumnSchema schema, ErrorLog log, TParser parser, ValueRange<T>? range) : ColumnBuilder(schema, log)
    where T : unmanaged, IComparable<T>
    where TParser : struct, ICellParser<T>
{
    private T[] _values = [];

    public override void Append(CellBatch batch, int slot)
    {
        EnsureRoom(ref _values, batch.RowCount);
        var cells = batch.Slot(slot);
        var values = _values.AsSpan(RowCount, cells.Length);
        for (int row = 0; row < cells.Length; row++)
        {
            if (cells[row].Length == 0)
                AddMissing(batch, slot, row);
            else if (parser.Parse(batch.TextOf(cells[row]), out values[row]) is not CellFault.None and var fault)
                Refuse(batch, slot, row, fault);
            else if (range is not null && !range.Contains(values[row]))
                Refuse(batch, slot, row, CellFault.NotAllowed);
        }

        RowCount += cells.Length;
    }

    public override Column Build() => new ValueColumn<T>(Schema.Name, Schema.Type, _values, Known(), RowCount);

    protected override string Explain(CellFault fault, string text) => fault == CellFault.NotAllowed
        ? range!.Explain(ErrorLog.Show(text))
        : parser.Explain(fault, ErrorLog.Show(text));
}
