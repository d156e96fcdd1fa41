using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;
using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.ClickHouse;
using MetricsAsCode.Engines.Sql;

namespace MetricsAsCode.Differential.Chdb;

/// <summary>The current ClickHouse in this process, for tests. Connections are kept and used again, as to open one costs more than a statement.</summary>
internal sealed unsafe class ChdbConnection : IClickHouse
{
    private static readonly ConcurrentBag<ChdbConnection> Idle = [];
    private readonly nint* connection;

    private ChdbConnection(nint* connection) => this.connection = connection;

    /// <summary>A module whose tables are put into it.</summary>
    public static SqlModule Module(Plan plan, Func<ISqlConnection, ISqlConnection>? wrap = null) => new(plan, ClickHouseDialect.Current, (of, frames) => wrap is null ? Tables(of, frames) : wrap(Tables(of, frames)));

    /// <summary>The tables of a plan.</summary>
    public static ISqlConnection Tables(Plan plan, IReadOnlyDictionary<string, DataFrame> frames)
    {
        var tables = new ClickHouseSql(Open(), ClickHouseDialect.Current, "ClickHouse");
        tables.Register(plan, frames);
        return tables;
    }

    public static ChdbConnection Open()
    {
        if (Idle.TryTake(out var idle))
            return idle;
        ChdbLibrary.Load();
        ChdbNative.EnableSignalHandlers(0);
        byte* name = (byte*)Marshal.StringToCoTaskMemUTF8("clickhouse");
        nint* made = ChdbNative.Connect(1, &name);
        if (made is null || *made == 0)
            throw new ClickHouseException("libchdb gives no connection.");
        var opened = new ChdbConnection(made);
        foreach (var (setting, value) in ClickHouseSettings.Current)
            opened.Run($"SET {setting} = '{value}'", default);
        // Tables of tests have a few rows: threads and compiled expressions cost more than they save.
        foreach (string setting in (ReadOnlySpan<string>)["max_threads = 1", "compile_expressions = 0", "compile_aggregate_expressions = 0", "compile_sort_description = 0"])
            opened.Run($"SET {setting}", default);
        return opened;
    }

    public ReadOnlyMemory<byte> Run(string sql, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Run(Encoding.UTF8.GetBytes(sql));
    }

    // Data behind the statement would be looked at for its end: they stand in it, as text whose bytes are escaped.
    public void Insert(string table, string columns, ReadOnlyMemory<byte> rows, CancellationToken cancellation)
    {
        var text = new List<byte>(Encoding.UTF8.GetBytes($"INSERT INTO {table} SELECT * FROM format(RowBinary, {ClickHouseDialect.Current.Text(columns)}, '"));
        foreach (byte b in rows.Span)
        {
            if (b is (byte)'\'' or (byte)'\\')
                text.Add((byte)'\\');
            if (b == 0)
                text.AddRange("\\0"u8);
            else
                text.Add(b);
        }

        text.AddRange("')"u8);
        Run([.. text]);
    }

    private ReadOnlyMemory<byte> Run(byte[] text)
    {
        fixed (byte* start = text, format = "JSONCompact"u8)
        {
            nint result = ChdbNative.Query(*connection, start, (nuint)text.Length, format, (nuint)"JSONCompact"u8.Length);
            try
            {
                if (Marshal.PtrToStringUTF8(ChdbNative.Error(result)) is { Length: > 0 } error)
                    throw ClickHouseException.Of(error);
                int length = checked((int)ChdbNative.Length(result));
                return length == 0 ? default : new ReadOnlySpan<byte>(ChdbNative.Buffer(result), length).ToArray();
            }
            finally
            {
                ChdbNative.Destroy(result);
            }
        }
    }

    public void Dispose() => Idle.Add(this);
}
