using System.Text;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines.DuckDb.Native;

/// <summary>Binds values to the parameters of a statement.</summary>
internal static class Parameters
{
    private const int DecimalDigits = 38;

    public static void Bind(StatementHandle statement, IReadOnlyList<object?> values)
    {
        ulong count = DuckDbNative.ParameterCount(statement);
        if (count != (ulong)values.Count)
            throw new ArgumentException($"The statement has {count} parameters, {values.Count} values were given.", nameof(values));
        for (int i = 0; i < values.Count; i++)
        {
            if (Bind(statement, (ulong)i + 1, values[i]) != 0)
                throw new ArgumentException($"DuckDB does not take `{values[i]}` for parameter {i + 1}.", nameof(values));
        }
    }

    private static int Bind(StatementHandle statement, ulong index, object? value) => value switch
    {
        null => DuckDbNative.BindNull(statement, index),
        bool v => DuckDbNative.BindBoolean(statement, index, v),
        int v => DuckDbNative.BindInt32(statement, index, v),
        long v => DuckDbNative.BindInt64(statement, index, v),
        Int128 v => DuckDbNative.BindHugeInt(statement, index, new NativeHugeInt(v)),
        DuckDbDecimal v => DuckDbNative.BindDecimal(statement, index, new NativeDecimal(DecimalDigits, checked((byte)v.Scale), v.Scaled)),
        double v => DuckDbNative.BindDouble(statement, index, v),
        DateOnly v => DuckDbNative.BindDate(statement, index, v.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber),
        Instant v => DuckDbNative.BindTimestamp(statement, index, v.Microseconds),
        string v => BindText(statement, index, v),
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot be a parameter.", nameof(value)),
    };

    private static unsafe int BindText(StatementHandle statement, ulong index, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        byte none = 0;
        fixed (byte* start = bytes)
            return DuckDbNative.BindVarchar(statement, index, start is null ? &none : start, (ulong)bytes.Length);
    }
}
