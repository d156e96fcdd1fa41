using MetricsAsCode.Data;
using MetricsAsCode.Data.Parsing;
using MetricsAsCode.Data.Reading;
using MetricsAsCode.Engines.DuckDb;

namespace MetricsAsCode.Engines.Loading.Parquet;

/// <summary>Texts, whose contract is checked once per distinct text.</summary>
internal sealed class TextVectorColumn(ColumnSchema schema, ErrorLog log) : VectorColumn(schema, log)
{
    private readonly TextDictionary _dictionary = new();
    private readonly HashSet<string>? _allowed = schema.AllowedTexts?.ToHashSet(StringComparer.Ordinal);
    private readonly Dictionary<int, CellFault> _refused = [];
    private int[] _codes = [];

    /// <exception cref="DictionaryFullException">The distinct texts are longer than an array can be.</exception>
    public void Append(DuckDbVector vector, int rows, ErrorPlace first)
    {
        EnsureRoom(ref _codes, rows);
        var codes = _codes.AsSpan(RowCount, rows);
        for (int row = 0; row < rows; row++)
        {
            codes[row] = -1;
            if (!vector.IsKnown(row))
                AddMissing(vector, row, first);
            else if (CodeOf(vector.Utf8(row)) is var code && _refused.Count > 0 && _refused.TryGetValue(code, out var fault))
                Refuse(vector, row, first, fault);
            else
                codes[row] = code;
        }

        RowCount += rows;
    }

    public override Column Build() => new TextColumn(Schema.Name, _codes, _dictionary, Known(), RowCount);

    protected override string Explain(CellFault fault, string text) => fault == CellFault.Form
        ? $"{ErrorLog.Show(text)} holds the character NUL, which is no text."
        : $"{ErrorLog.Show(text)} is not one of {Nearest.List(Schema.AllowedTexts!)}.{Nearest.DidYouMean(text, Schema.AllowedTexts!)}";

    private int CodeOf(ReadOnlySpan<byte> text)
    {
        int known = _dictionary.Count;
        int code = _dictionary.Add(text);
        if (code != known)
            return code;
        if (text.Contains((byte)0))
            _refused.Add(code, CellFault.Form);
        else if (_allowed is not null && !_allowed.Contains(_dictionary[code]))
            _refused.Add(code, CellFault.NotAllowed);
        return code;
    }
}
