namespace MetricsAsCode.Data.Reading;

/// <summary>Builds a frame from batches: every column parses its slot, then the keys are checked.</summary>
internal sealed class FrameBuilder(SourceSchema schema, IReadOnlyList<ColumnSchema> columns, string file, int headerLine, ErrorLog log)
{
    private readonly ColumnBuilder[] _builders = [.. columns.Select(c => ColumnBuilders.For(c, log))];
    private readonly List<int> _brokenRows = [];
    private readonly List<int> _brokenLines = [];
    private int _rowCount;
    private bool _isCutShort;
    private int _nextLine = headerLine + 1;

    /// <summary>Parses the rows of a batch. False when there are more rows than a frame can hold, which is logged.</summary>
    public bool Append(CellBatch batch)
    {
        if ((long)_rowCount + batch.RowCount > Array.MaxLength)
        {
            log.Add(batch.Lines[0], 0, null, null, FormattableString.Invariant($"the file has more than {Array.MaxLength} rows, the most that are read."));
            return false;
        }

        TrackLines(batch);
        for (int slot = 0; slot < _builders.Length; slot++)
        {
            if (!TryAppend(batch, slot))
                return false;
        }

        _rowCount += batch.RowCount;
        return true;
    }

    /// <summary>The finished frame.</summary>
    /// <param name="absent">Declared columns that the table does not have.</param>
    /// <exception cref="DataException">There was any error.</exception>
    public DataFrame Build(IReadOnlySet<string> absent)
    {
        // The columns then have different lengths and make no frame.
        if (_isCutShort)
            log.ThrowIfAny();
        var origin = new DataOrigin(file, headerLine, [.. _brokenRows], [.. _brokenLines]);
        return SoundRows.Of(new DataFrame(schema.Name, _rowCount, [.. _builders.Select(b => b.Build())], origin) { Absent = absent }, schema, log);
    }

    private bool TryAppend(CellBatch batch, int slot)
    {
        try
        {
            _builders[slot].Append(batch, slot);
            return true;
        }
        catch (DictionaryFullException e)
        {
            log.Add(batch.Lines[0], 0, columns[slot].Name, null, e.Message);
            _isCutShort = true;
            return false;
        }
    }

    /// <summary>Keeps the rows that do not stand on the line after the row before.</summary>
    private void TrackLines(CellBatch batch)
    {
        for (int row = 0; row < batch.RowCount; row++)
        {
            if (batch.Lines[row] != _nextLine)
            {
                _brokenRows.Add(_rowCount + row);
                _brokenLines.Add(batch.Lines[row]);
            }

            _nextLine = batch.Lines[row] + 1;
        }
    }
}
