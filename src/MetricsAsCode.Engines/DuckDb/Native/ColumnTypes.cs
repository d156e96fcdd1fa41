using MetricsAsCode.Data;

namespace MetricsAsCode.Engines.DuckDb.Native;

/// <summary>The type that the values of a column have in a table: nearly always with the storage they have in memory, so that they are handed over as they are.</summary>
internal static class ColumnTypes
{
    // What 64 bits of the engine's decimals hold; ours may have one digit more.
    private const int NarrowDigits = 18, WideDigits = 19;
    private const long Most = 999_999_999_999_999_999;

    /// <summary>In the words of SQL.</summary>
    public static string Sql(Column column) => column.Type.Kind switch
    {
        ColumnKind.Text => "VARCHAR",
        ColumnKind.Integer or ColumnKind.Duration => "BIGINT",
        ColumnKind.Number => "DOUBLE",
        ColumnKind.Decimal or ColumnKind.Money => FormattableString.Invariant($"DECIMAL({Digits(column)}, {column.Type.Scale})"),
        ColumnKind.Boolean => "BOOLEAN",
        ColumnKind.Date => "DATE",
        ColumnKind.Timestamp => "TIMESTAMP",
        _ => throw OutOfRange(column),
    };

    /// <summary>As the library wants it.</summary>
    public static LogicalTypeHandle Native(Column column) => column.Type.Kind switch
    {
        ColumnKind.Decimal or ColumnKind.Money => DuckDbNative.CreateDecimalType((byte)Digits(column), (byte)column.Type.Scale),
        ColumnKind.Text => Simple(DuckDbType.Varchar),
        ColumnKind.Integer or ColumnKind.Duration => Simple(DuckDbType.BigInt),
        ColumnKind.Number => Simple(DuckDbType.Double),
        ColumnKind.Boolean => Simple(DuckDbType.Boolean),
        ColumnKind.Date => Simple(DuckDbType.Date),
        ColumnKind.Timestamp => Simple(DuckDbType.Timestamp),
        _ => throw OutOfRange(column),
    };

    /// <summary>Whether a decimal column holds a value that the engine stores in 128 bits.</summary>
    public static bool IsWide(Column column) =>
        column is ValueColumn<long> { Type.Kind: ColumnKind.Decimal or ColumnKind.Money } scaled && scaled.Index(BlockExtents<long>.Of) is { } extents && (extents.Low < -Most || extents.High > Most);

    private static int Digits(Column column) => IsWide(column) ? WideDigits : NarrowDigits;

    private static LogicalTypeHandle Simple(DuckDbType type) => DuckDbNative.CreateLogicalType((int)type);

    private static ArgumentException OutOfRange(Column column) => new($"Column `{column.Name}` has the unknown type {column.Type}.", nameof(column));
}
