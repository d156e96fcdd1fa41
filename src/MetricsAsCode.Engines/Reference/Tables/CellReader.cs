using MetricsAsCode.Data;
using MetricsAsCode.Engines.Reference.Numbers;

namespace MetricsAsCode.Engines.Reference.Tables;

/// <summary>Reads the cells of a frame as scalars; a missing cell is null.</summary>
internal static class CellReader
{
    public static Scalar? Read(Column column, int row)
    {
        if (!column.IsKnown(row))
            return null;
        return column switch
        {
            TextColumn text => text.Text(row) is { } known ? new TextScalar(known) : null,
            ValueColumn<double> number => Scalar.Of(ReferenceNumber.Real(number[row])),
            ValueColumn<bool> truth => Scalar.Of(truth[row]),
            ValueColumn<int> date => new DateScalar(date[row]),
            ValueColumn<long> fixedPoint => OfLong(column.Type, fixedPoint[row]),
            _ => throw new InvalidOperationException($"Column `{column.Name}` is a {column.GetType().Name}, which nobody reads."),
        };
    }

    private static Scalar OfLong(ColumnType type, long value) => type.Kind switch
    {
        ColumnKind.Timestamp => new TimestampScalar(value),
        ColumnKind.Decimal or ColumnKind.Money => Scalar.Of(ExactNumber.Of(value, type.Scale)),
        ColumnKind.Integer or ColumnKind.Duration => Scalar.Of(value),
        _ => throw new InvalidOperationException($"A {type.Kind} is not stored as a 64-bit integer."),
    };
}
