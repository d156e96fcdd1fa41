using System.Runtime.InteropServices;
using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.DuckDb.Native;

namespace MetricsAsCode.Engines.DuckDb;

// 1. Text is VARCHAR, integer BIGINT, number DOUBLE, boolean BOOLEAN, date DATE, timestamp TIMESTAMP in UTC, duration BIGINT of microseconds.
//    Decimal and money are DECIMAL(18, scale), or DECIMAL(19, scale) where a value has 19 digits. A missing value is NULL.
// 2. A frame without columns, of which only the rows are counted, gets one column so that it can be a table.

/// <summary>Makes tables of frames, which were read and checked against their contract as for every other engine.</summary>
internal static class DuckDbTables
{
    private const string OnlyRows = "only rows";

    /// <summary>Makes a table with the name and the columns of a frame, and fills it.</summary>
    /// <exception cref="DuckDbException">There is such a table already, or the names of two columns differ only in case.</exception>
    public static void Register(DuckDbConnection connection, DataFrame frame, CancellationToken cancellation = default) =>
        Register(connection, frame, frame.Name, static column => column, cancellation);

    /// <summary>The same, the table and its columns having other names than in the frame.</summary>
    public static void Register(DuckDbConnection connection, DataFrame frame, string table, Func<string, string> nameOf, CancellationToken cancellation = default)
    {
        IReadOnlyList<Column> columns = frame.Columns.Count > 0 ? frame.Columns : [new ValueColumn<bool>(OnlyRows, new ColumnType(ColumnKind.Boolean), new bool[frame.RowCount])];
        string declared = string.Join(", ", columns.Select(c => $"{SqlText.Name(nameOf(c.Name))} {ColumnTypes.Sql(c)}"));
        connection.Execute($"CREATE TABLE {SqlText.Name(table)} ({declared})", cancellation);
        if (frame.RowCount > 0)
            Append(connection, table, columns, cancellation);
    }

    private static void Append(DuckDbConnection connection, string table, IReadOnlyList<Column> columns, CancellationToken cancellation)
    {
        int state = DuckDbNative.AppenderCreate(connection.Handle, null, table, out var appender);
        using (appender)
        {
            Require(state, appender);
            using var writer = new ChunkWriter(columns);
            int rowCount = columns[0].Length;
            for (int row = 0; row < rowCount; row += ChunkWriter.Capacity)
            {
                cancellation.ThrowIfCancellationRequested();
                Require(DuckDbNative.AppendDataChunk(appender, writer.Fill(row, Math.Min(ChunkWriter.Capacity, rowCount - row))), appender);
            }

            Require(DuckDbNative.AppenderClose(appender), appender);
        }
    }

    private static void Require(int state, AppenderHandle appender)
    {
        if (state != 0)
            throw EngineMessage.ToException(Marshal.PtrToStringUTF8(DuckDbNative.AppenderError(appender)));
    }
}
