using System.Collections.Frozen;
using MetricsAsCode.Data;
using MetricsAsCode.Data.Reading;
using MetricsAsCode.Engines.DuckDb;
using MetricsAsCode.Engines.Loading.Parquet;
using MetricsAsCode.Results;

namespace MetricsAsCode.Engines.Loading;

// 1. A file's type need not be the declared one, but must mean the same values: a decimal of another scale fits while no digit is lost, a binary number fits an exact one
//    when it is the nearest to it, a timestamp at midnight fits a date. NULL is missing.
// 2. A timestamp that counts from an instant is that instant; one that does not is local in the column's zone, or UTC when it has none.
// 3. What is finer than the declared type is an error and never rounded.

/// <summary>
/// Reads Parquet files into frames, checked against the contract of their source as <see cref="CsvFile"/> checks. Errors carry the number of the row instead of a line.
/// DuckDB reads the files and hands over the columns in use, some rows at a time.
/// </summary>
public static class ParquetFile
{
    /// <summary>Reads the declared columns of one or more files, its keys always. All errors of all files are collected.</summary>
    /// <param name="path">A file, or a pattern: <c>*</c>, <c>?</c>, and <c>**</c> for any number of folders. Files are read in ordinal order of their paths.</param>
    /// <param name="schema">The contract. Every file must have all its columns.</param>
    /// <param name="columns">The declared names of the columns to read; null for all.</param>
    /// <param name="cancellation">Looked at between chunks of rows.</param>
    /// <exception cref="DataException">There is no such file, a file breaks the contract, or DuckDB is not on this machine.</exception>
    /// <exception cref="ArgumentException">A name in <paramref name="columns"/> is not declared.</exception>
    public static DataFrame Read(string path, SourceSchema schema, IReadOnlySet<string>? columns = null, CancellationToken cancellation = default)
    {
        string full = Path.GetFullPath(path);
        return Read(path, FilePattern.Files(full), schema, columns, cancellation);
    }

    /// <summary>
    /// Reads what a generated frame takes over:
    /// <c>OrdersFrame.From(ParquetFile.Read("orders/*.parquet", OrdersFrame.Schema, OrdersFrame.ColumnsInUse, Orders.Country))</c>.
    /// </summary>
    /// <param name="path">As above.</param>
    /// <param name="schema">The frame's contract.</param>
    /// <param name="columnsInUse">The frame's columns in use.</param>
    /// <param name="also">Columns that results will be broken down by.</param>
    /// <exception cref="DataException">As above.</exception>
    /// <exception cref="ArgumentException">A dimension is no column of the source.</exception>
    public static DataFrame Read(string path, SourceSchema schema, IReadOnlyList<string> columnsInUse, params IReadOnlyList<Dimension> also)
    {
        if (also.FirstOrDefault(d => !string.Equals(d.Source, schema.Name, StringComparison.Ordinal)) is { } other)
            throw new ArgumentException($"`{other}` is not a column of `{schema.Name}`. Name it where that source is read.", nameof(also));
        return Read(path, schema, columnsInUse.Concat(also.Select(d => d.Column)).ToHashSet(StringComparer.Ordinal));
    }

    internal static DataFrame Read(string place, IReadOnlyList<string> files, SourceSchema schema, IReadOnlySet<string>? columns, CancellationToken cancellation, BadRows badRows = BadRows.Fail)
    {
        var wanted = WantedColumns.Of(schema, columns);
        var log = new ErrorLog(badRows, files);
        using var connection = Open(place);
        var reader = new ParquetReader(connection, schema, wanted, log);
        int[] firstRows = new int[files.Count];
        for (int file = 0; file < files.Count; file++)
        {
            firstRows[file] = reader.RowCount;
            reader.Read(file, files[file], cancellation);
        }

        if (reader.IsCutShort)
            log.ThrowIfAny();
        var frame = new DataFrame(schema.Name, reader.RowCount, reader.Build(), new DataOrigin(place, files, firstRows)) { Absent = FrozenSet<string>.Empty };
        return SoundRows.Of(frame, schema, log);
    }

    private static DuckDbConnection Open(string place)
    {
        try
        {
            return DuckDbConnection.Open();
        }
        catch (DuckDbMissingException e)
        {
            throw new DataException([new DataError(place, 0, 0, null, null, $"Parquet is read by DuckDB. {e.Message}")], 1, e);
        }
    }
}
