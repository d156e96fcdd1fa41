using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.Sql;
using Npgsql;
using NpgsqlTypes;

namespace MetricsAsCode.Engines.Postgres;

// 1. A frame becomes a temporary table whose columns are numbered, and a view that gives them their names: a table cannot have columns with some names, as `xmin`.
// 2. Text is text in the order of its bytes, integer and duration (in microseconds) BIGINT, number DOUBLE PRECISION, decimal and money NUMERIC with their scale,
//    timestamp TIMESTAMP in UTC. A missing value is NULL.
// 3. Rows go by binary COPY.

/// <summary>Makes temporary tables of frames, which were read and checked against their contract as for every other engine.</summary>
internal static class PostgresTables
{
    // 2000-01-01, from which the server counts.
    private const long EpochMicroseconds = 946_684_800_000_000;
    private const int EpochDays = 10_957;

    // With fewer rows the planner needs no statistics.
    private const int Many = 1_000;

    /// <summary>Opens a connection with the tables of a plan's sources.</summary>
    public static Func<Plan, IReadOnlyDictionary<string, DataFrame>, ISqlConnection> Opener(PostgresSettings settings) => (plan, frames) =>
    {
        var connection = PostgresSql.Connect(settings);
        try
        {
            Fill(connection, [.. plan.Sources.Select(s => new OwnTable(s.Source, SqlNames.Of(plan, s.Source), frames[plan.NameOf(s.Source)]))], default);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    };

    /// <summary>Makes the tables and fills them.</summary>
    /// <exception cref="DataException">A text has a character that the server does not hold.</exception>
    public static void Fill(PostgresSql connection, IReadOnlyList<OwnTable> tables, CancellationToken cancellation)
    {
        if (tables.Count == 0)
            return;
        connection.Execute(string.Concat(tables.Select((t, i) => Definition(NameOf(i), t))));
        for (int i = 0; i < tables.Count; i++)
        {
            if (tables[i].Frame.RowCount > 0)
                Copy(connection, $"pg_temp.{NameOf(i)}", tables[i].Frame, cancellation);
            if (tables[i].Frame.RowCount >= Many)
                connection.Execute($"ANALYZE pg_temp.{NameOf(i)}");
        }
    }

    private static string NameOf(int table) => $"metrics_rows_{SqlText.Of(table)}";

    private static string Definition(string table, OwnTable own)
    {
        var frame = own.Frame;
        string declared = string.Join(", ", frame.Columns.Select((c, i) => $"c{SqlText.Of(i)} {TypeOf(c.Type)}").DefaultIfEmpty("only_rows BOOLEAN"));
        string named = string.Join(", ", frame.Columns.Select((c, i) => $"c{SqlText.Of(i)} AS {SqlText.Name(own.Source.Column(c.Name) is { } symbol ? SqlNames.Of(symbol) : c.Name)}").DefaultIfEmpty("only_rows"));
        return $"CREATE TEMP TABLE {table} ({declared});\nCREATE TEMP VIEW {SqlText.Name(own.Name)} AS SELECT {named} FROM pg_temp.{table};\n";
    }

    /// <summary>The type of a column that holds the values of one of a frame.</summary>
    public static string TypeOf(ColumnType type) => type.Kind switch
    {
        ColumnKind.Text => "pg_catalog.text COLLATE \"C\"",
        ColumnKind.Integer or ColumnKind.Duration => "BIGINT",
        ColumnKind.Number => "DOUBLE PRECISION",
        ColumnKind.Decimal or ColumnKind.Money => $"NUMERIC(19, {SqlText.Of(type.Scale)})",
        ColumnKind.Boolean => "BOOLEAN",
        ColumnKind.Date => "pg_catalog.date",
        ColumnKind.Timestamp => "TIMESTAMP",
        _ => throw new InvalidOperationException($"There is no column of kind {type.Kind}."),
    };

    /// <summary>Sends the rows of a frame.</summary>
    /// <param name="connection">Where to.</param>
    /// <param name="table">The table with its schema; a list of its columns may follow.</param>
    /// <param name="frame">The rows.</param>
    /// <param name="cancellation">Stops.</param>
    /// <param name="isSent">Which rows are sent; null for all.</param>
    public static void Copy(PostgresSql connection, string table, DataFrame frame, CancellationToken cancellation, Func<int, bool>? isSent = null)
    {
        connection.Importing($"COPY {table} FROM STDIN (FORMAT BINARY)", cancellation, importer =>
        {
            Action<int>[] writers = [.. frame.Columns.Select(c => Writer(importer, frame, c)).DefaultIfEmpty(_ => importer.Write(true, NpgsqlDbType.Boolean))];
            for (int row = 0; row < frame.RowCount; row++)
            {
                if ((row & 0xFFF) == 0)
                    cancellation.ThrowIfCancellationRequested();
                if (isSent?.Invoke(row) == false)
                    continue;
                importer.StartRow();
                foreach (var write in writers)
                    write(row);
            }

            importer.Complete();
        });
    }

    private static Action<int> Writer(NpgsqlBinaryImporter importer, DataFrame frame, Column column)
    {
        Action<int> known = column switch
        {
            TextColumn texts => TextWriter(importer, frame, texts),
            ValueColumn<double> reals => row => importer.Write(reals[row], NpgsqlDbType.Double),
            ValueColumn<bool> truths => row => importer.Write(truths[row], NpgsqlDbType.Boolean),
            ValueColumn<int> days => row => importer.Write(days[row] - EpochDays, NpgsqlDbType.Date),
            ValueColumn<long> { Type: { Kind: ColumnKind.Decimal or ColumnKind.Money } type } exact => row => importer.Write(DecimalOf(exact[row], type.Scale), NpgsqlDbType.Numeric),
            ValueColumn<long> { Type.Kind: ColumnKind.Timestamp } times => row => importer.Write(times[row] - EpochMicroseconds, NpgsqlDbType.Timestamp),
            ValueColumn<long> whole => row => importer.Write(whole[row], NpgsqlDbType.Bigint),
            _ => throw new InvalidOperationException($"There is no column of type {column.GetType().Name}."),
        };
        return row =>
        {
            if (column.IsKnown(row))
                known(row);
            else
                importer.WriteNull();
        };
    }

    private static Action<int> TextWriter(NpgsqlBinaryImporter importer, DataFrame frame, TextColumn texts)
    {
        for (int row = 0; texts.Dictionary.Any(t => t.Contains('\0', StringComparison.Ordinal)) && row < frame.RowCount; row++)
        {
            if (texts.Text(row)?.Contains('\0', StringComparison.Ordinal) == true)
                throw new DataException([new DataError(frame.Origin?.File ?? frame.Name, frame.LineOf(row), 0, texts.Name, null, "a text has the character NUL, which PostgreSQL does not hold. Mend the data, or compute with another engine.")]);
        }

        return row => importer.Write(texts.Text(row)!, NpgsqlDbType.Text);
    }

    private static decimal DecimalOf(long scaled, int scale)
    {
        ulong size = scaled < 0 ? (ulong)-(scaled + 1) + 1 : (ulong)scaled;
        return new decimal((int)size, (int)(size >> 32), 0, scaled < 0, (byte)scale);
    }
}
