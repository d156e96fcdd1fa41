using MetricsAsCode.Calculation;
using MetricsAsCode.Data;

namespace MetricsAsCode.Tests.Calculation;

/// <summary>Kernels written by hand, row by row: what generated code does at length.</summary>
internal static class Kernel
{
    public static Filter Where(string text, Func<Block, int, bool?> condition, params SetTest[] tests) => new(
        text,
        (rows, hits) =>
        {
            for (var row = rows.From; row < rows.To; row++)
            {
                if (condition(rows, row) is true)
                    Bits.Set(hits, row - rows.From);
            }
        },
        tests);

    public static Filter TextIs(string column, string text) => Where($"{column} = {text}", (rows, row) => Tri.Equal(rows.Table().Texts(column).Text(row), text));

    public static IntegerValue Integer(string column) => new(
        new ColumnType(ColumnKind.Integer), Fill((rows, row) => rows.Table().Values<long>(column).Maybe(row)));

    public static IntegerValue Integer(ColumnKind kind, Func<Block, int, long?> value) => new(new ColumnType(kind), Fill(value));

    public static ExactValue Money(string column) => new(
        new ColumnType(ColumnKind.Money, 2, "EUR"), Fill<Int128>((rows, row) => rows.Table().Values<long>(column).Maybe(row)));

    public static ExactValue Exact(int scale, Func<Block, int, Int128?> value) => new(new ColumnType(ColumnKind.Decimal, scale), Fill(value));

    public static NumberValue Number(Func<Block, int, double?> value) => new(new ColumnType(ColumnKind.Number), Fill(value));

    public static MetricsAsCode.Calculation.BooleanValue Truth(Func<Block, int, bool?> value) => new(new ColumnType(ColumnKind.Boolean), Fill(value));

    public static ColumnValue Column(string column) => new(new ColumnPath(column), new ColumnType(ColumnKind.Text));

    public static ComputedText Text(Func<Block, int, string?> value) => new(new ColumnType(ColumnKind.Text), (rows, values) =>
    {
        for (var row = rows.From; row < rows.To; row++)
            values[row - rows.From] = value(rows, row);
    });

    private static ValueKernel<T> Fill<T>(Func<Block, int, T?> value)
        where T : struct => (rows, values, known) =>
    {
        for (var row = rows.From; row < rows.To; row++)
        {
            if (value(rows, row) is not { } some)
                continue;
            values[row - rows.From] = some;
            Bits.Set(known, row - rows.From);
        }
    };
}
