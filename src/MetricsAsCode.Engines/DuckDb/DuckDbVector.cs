using System.Text;
using MetricsAsCode.Engines.DuckDb.Native;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines.DuckDb;

/// <summary>
/// The values of one column in a chunk. What stands at a row that is not known means nothing.
/// Values read one by one check their type and that the chunk still lives; for hot loops there are <see cref="Values{T}"/> and <see cref="Validity"/>.
/// </summary>
internal sealed unsafe class DuckDbVector
{
    private readonly ChunkHandle _chunk;
    private readonly int _rowCount;
    private readonly void* _data;
    private readonly ulong* _validity;

    internal DuckDbVector(ChunkHandle chunk, int index, DuckDbColumn column, int rowCount)
    {
        nint vector = DuckDbNative.ChunkVector(chunk, (ulong)index);
        (_chunk, _rowCount, Column) = (chunk, rowCount, column);
        _data = DuckDbNative.VectorData(vector);
        _validity = DuckDbNative.VectorValidity(vector);
    }

    public DuckDbColumn Column { get; }

    /// <summary>One bit per row that is set where the value is known, 64 rows to a word; empty when all are.</summary>
    public ReadOnlySpan<ulong> Validity => _validity is null ? default : new(Alive(_validity), (_rowCount + 63) >> 6);

    /// <summary>Whether the value of a row is not NULL.</summary>
    public bool IsKnown(int row)
    {
        Check(row);
        return _validity is null || (_validity[row >> 6] >> (row & 63) & 1) != 0;
    }

    /// <summary>The values as they are stored; of a type whose values have the size of <typeparamref name="T"/>.</summary>
    public ReadOnlySpan<T> Values<T>() where T : unmanaged => StoredSize == sizeof(T)
        ? new(Alive(_data), _rowCount)
        : throw new InvalidOperationException($"Column `{Column.Name}` of type {Column.Type} does not store its values in {sizeof(T)} bytes.");

    public bool Boolean(int row) => At<bool>(row, DuckDbType.Boolean);

    /// <summary>A whole number of any type.</summary>
    /// <exception cref="OverflowException">It is beyond 64 bits.</exception>
    public long Long(int row) => Column.Type == DuckDbType.Decimal ? throw OtherType() : checked((long)Whole(row));

    /// <summary>A whole number of any type, or a decimal times 10^Scale.</summary>
    public Int128 Whole(int row)
    {
        Check(row);
        return Column.StoredType switch
        {
            DuckDbType.TinyInt => ((sbyte*)_data)[row],
            DuckDbType.SmallInt => ((short*)_data)[row],
            DuckDbType.Integer => ((int*)_data)[row],
            DuckDbType.BigInt => ((long*)_data)[row],
            DuckDbType.UTinyInt => ((byte*)_data)[row],
            DuckDbType.USmallInt => ((ushort*)_data)[row],
            DuckDbType.UInteger => ((uint*)_data)[row],
            DuckDbType.UBigInt => ((ulong*)_data)[row],
            DuckDbType.HugeInt => new Int128(((ulong*)_data)[2 * row + 1], ((ulong*)_data)[2 * row]),
            _ => throw OtherType(),
        };
    }

    public double Double(int row) => Column.Type == DuckDbType.Float ? At<float>(row, DuckDbType.Float) : At<double>(row, DuckDbType.Double);

    /// <summary>The UTF-8 bytes of a text, valid until the chunk is disposed.</summary>
    public ReadOnlySpan<byte> Utf8(int row)
    {
        Check(row);
        return Column.Type is DuckDbType.Varchar or DuckDbType.Blob ? NativeString.Bytes((NativeString*)_data + row) : throw OtherType();
    }

    public string Text(int row) => Encoding.UTF8.GetString(Utf8(row));

    /// <summary>Days since 1970-01-01.</summary>
    public int Days(int row) => At<int>(row, DuckDbType.Date);

    /// <summary>The number of a timestamp in the unit of its type, mostly microseconds, since 1970-01-01T00:00; in UTC for one with a zone.</summary>
    public long Ticks(int row) => Column.Type switch
    {
        DuckDbType.Timestamp or DuckDbType.TimestampWithZone or DuckDbType.TimestampSeconds or DuckDbType.TimestampMilliseconds or DuckDbType.TimestampNanoseconds => At<long>(row, Column.Type),
        _ => throw OtherType(),
    };

    public DuckDbInterval Interval(int row) => At<DuckDbInterval>(row, DuckDbType.Interval);

    /// <summary>
    /// A value of any of these types, null for NULL: bool, long (whole numbers up to 64 bits with sign), Int128 (others), <see cref="DuckDbDecimal"/>, double, string,
    /// DateOnly, Instant (a timestamp without a zone counts as UTC) or <see cref="DuckDbInterval"/>.
    /// </summary>
    public object? Value(int row) => IsKnown(row) ? KnownValue(row) : null;

    private object KnownValue(int row) => Column.Type switch
    {
        DuckDbType.Boolean => Boolean(row),
        DuckDbType.UBigInt or DuckDbType.HugeInt => Whole(row),
        DuckDbType.Decimal => new DuckDbDecimal(Whole(row), Column.Scale),
        DuckDbType.Float or DuckDbType.Double => Double(row),
        DuckDbType.Varchar => Text(row),
        DuckDbType.Date => DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays(Days(row))),
        DuckDbType.Timestamp or DuckDbType.TimestampWithZone => new Instant(Ticks(row)),
        DuckDbType.Interval => Interval(row),
        _ => Long(row),
    };

    private int StoredSize => Column.StoredType switch
    {
        DuckDbType.Boolean or DuckDbType.TinyInt or DuckDbType.UTinyInt => 1,
        DuckDbType.SmallInt or DuckDbType.USmallInt => 2,
        DuckDbType.Integer or DuckDbType.UInteger or DuckDbType.Float or DuckDbType.Date => 4,
        DuckDbType.BigInt or DuckDbType.UBigInt or DuckDbType.Double or DuckDbType.Timestamp or DuckDbType.TimestampWithZone
            or DuckDbType.TimestampSeconds or DuckDbType.TimestampMilliseconds or DuckDbType.TimestampNanoseconds => 8,
        DuckDbType.HugeInt or DuckDbType.UHugeInt or DuckDbType.Interval => 16,
        _ => 0,
    };

    private T At<T>(int row, DuckDbType type) where T : unmanaged
    {
        Check(row);
        return Column.Type == type ? ((T*)_data)[row] : throw OtherType();
    }

    private void Check(int row)
    {
        ObjectDisposedException.ThrowIf(_chunk.IsClosed, this);
        if ((uint)row >= (uint)_rowCount)
            throw new ArgumentOutOfRangeException(nameof(row), row, $"The chunk has {_rowCount} rows.");
    }

    private void* Alive(void* memory)
    {
        ObjectDisposedException.ThrowIf(_chunk.IsClosed, this);
        return memory;
    }

    private InvalidOperationException OtherType() => new($"Column `{Column.Name}` is {Column.Type}, which is not read like this.");
}
