using MetricsAsCode.Data.Parsing;

namespace MetricsAsCode.Data.Reading;

/// <summary>Builds a <see cref="TextColumn"/>: cells are looked up by their bytes, and the allowed texts are compared once per distinct text.</summary>
internal sealed class TextBuilder(ColumnSchema schema, ErrorLog log) : ColumnBuilder(schema, log)
{
    private readonly TextDictionary _dictionary = new();
    private readonly HashSet<string>? _allowed = schema.AllowedTexts?.ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<int> _refused = [];
    private int[] _codes = [];

    public override void Append(CellBatch batch, int slot)
    {
        EnsureRoom(ref _codes, batch.RowCount);
        var cells = batch.Slot(slot);
        var codes = _codes.AsSpan(RowCount, cells.Length);
        for (int row = 0; row < cells.Length; row++)
        {
            codes[row] = -1;
            if (cells[row].IsBlank)
                AddMissing(batch, slot, row);
            else if (CodeOf(batch.TextOf(cells[row])) is var code && _refused.Count > 0 && _refused.Contains(code))
                Refuse(batch, slot, row, CellFault.NotAllowed);
            else
                codes[row] = code;
        }

        RowCount += cells.Length;
    }

    public override Column Build() => new TextColumn(Schema.Name, _codes, _dictionary, Known(), RowCount);

    protected override string Explain(CellFault fault, string text) =>
        $"{ErrorLog.Show(text)} is not one of {Nearest.List(Schema.AllowedTexts!)}.{Nearest.DidYouMean(text, Schema.AllowedTexts!)}";

    private int CodeOf(ReadOnlySpan<byte> text)
    {
        int known = _dictionary.Count;
        int code = _dictionary.Add(text);
        if (_allowed is not null && code == known && !_allowed.Contains(_dictionary[code]))
            _refused.Add(code);
        return code;
    }
}
