using System.Buffers;
using System.Buffers.Binary;
using MetricsAsCode.Data;

namespace MetricsAsCode.Engines.ClickHouse;

// 1. A value that may be missing is a byte, 1 for missing, and then the value if there is one.
// 2. Dates are days and timestamps microseconds, as statements take them; decimals are scaled whole numbers of 128 bits.

/// <summary>Tables of frames, and their rows in the format RowBinary.</summary>
internal static class RowBinary
{
    /// <summary>The type that a column has in a table of our own.</summary>
    public static string TypeOf(Column column, bool hasBool = true) => column.Type.Kind switch
    {
        ColumnKind.Text => "Nullable(String)",
        ColumnKind.Integer or ColumnKind.Duration or ColumnKind.Timestamp => "Nullable(Int64)",
        ColumnKind.Number => "Nullable(Float64)",
        ColumnKind.Decimal or ColumnKind.Money => FormattableString.Invariant($"Nullable(Decimal(38, {column.Type.Scale}))"),
        ColumnKind.Boolean => hasBool ? "Nullable(Bool)" : "Nullable(UInt8)",
        ColumnKind.Date => "Nullable(Int32)",
        _ => throw Unknown(column),
    };

    public static ReadOnlyMemory<byte> Write(IReadOnlyList<Column> columns, int rows) => Write(columns, Enumerable.Range(0, rows));

    /// <summary>Some of the rows.</summary>
    public static ReadOnlyMemory<byte> Write(IReadOnlyList<Column> columns, IEnumerable<int> rows)
    {
        var buffer = new ArrayBufferWriter<byte>();
        foreach (int row in rows)
        {
            foreach (var column in columns)
            {
                bool isKnown = column.IsKnown(row);
                Byte(buffer, isKnown ? (byte)0 : (byte)1);
                if (isKnown)
                    Write(buffer, column, row);
            }
        }

        return buffer.WrittenMemory;
    }

    private static void Write(ArrayBufferWriter<byte> buffer, Column column, int row)
    {
        switch (column)
        {
            case ValueColumn<long> { Type.Kind: ColumnKind.Decimal or ColumnKind.Money } scaled:
                BinaryPrimitives.WriteInt128LittleEndian(buffer.GetSpan(16), scaled.Values[row]);
                buffer.Advance(16);
                break;
            case ValueColumn<long> longs:
                BinaryPrimitives.WriteInt64LittleEndian(buffer.GetSpan(8), longs.Values[row]);
                buffer.Advance(8);
                break;
            case ValueColumn<int> ints:
                BinaryPrimitives.WriteInt32LittleEndian(buffer.GetSpan(4), ints.Values[row]);
                buffer.Advance(4);
                break;
            case ValueColumn<double> doubles:
                BinaryPrimitives.WriteDoubleLittleEndian(buffer.GetSpan(8), doubles.Values[row]);
                buffer.Advance(8);
                break;
            case ValueColumn<bool> bools:
                Byte(buffer, bools.Values[row] ? (byte)1 : (byte)0);
                break;
            case TextColumn texts:
                var text = texts.Texts.Utf8(texts.Codes[row]);
                Length(buffer, text.Length);
                buffer.Write(text);
                break;
            default:
                throw Unknown(column);
        }
    }

    // Seven bits a byte, the lowest first; the eighth says that more follow.
    private static void Length(ArrayBufferWriter<byte> buffer, int length)
    {
        uint left = (uint)length;
        for (; left >= 0x80; left >>= 7)
            Byte(buffer, (byte)(left | 0x80));
        Byte(buffer, (byte)left);
    }

    private static void Byte(ArrayBufferWriter<byte> buffer, byte value)
    {
        buffer.GetSpan(1)[0] = value;
        buffer.Advance(1);
    }

    private static InvalidOperationException Unknown(Column column) => new($"Column `{column.Name}` has the unknown type {column.Type}.");
}
