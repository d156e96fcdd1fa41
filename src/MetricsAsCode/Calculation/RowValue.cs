using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation;

/// <summary>What an aggregate takes from each row. The type says how it is kept; <see cref="Type"/> says what it means.</summary>
/// <param name="Type">Kind, scale and currency of the value.</param>
public abstract record RowValue(ColumnType Type)
{
    /// <summary>The set memberships that the kernel asks for by index (<see cref="Block.Test(int, int)"/>); empty for a value that does not depend on the period.</summary>
    public IReadOnlyList<SetTest> Tests { get; init; } = [];
}

/// <summary>A column as it is, by path: for distinct counts, sets, and texts.</summary>
public sealed record ColumnValue(ColumnPath Path, ColumnType Type) : RowValue(Type);

/// <summary>Integers; dates in days since 1970-01-01; timestamps and durations in microseconds.</summary>
public sealed record IntegerValue(ColumnType Type, ValueKernel<long> Kernel) : RowValue(Type);

/// <summary>Binary doubles.</summary>
public sealed record NumberValue(ColumnType Type, ValueKernel<double> Kernel) : RowValue(Type);

/// <summary>Exact decimals and money: integers scaled by 10^<see cref="ColumnType.Scale"/>.</summary>
public sealed record ExactValue(ColumnType Type, ValueKernel<Int128> Kernel) : RowValue(Type);

/// <summary>Booleans.</summary>
public sealed record BooleanValue(ColumnType Type, ValueKernel<bool> Kernel) : RowValue(Type);

/// <summary>Computed texts.</summary>
public sealed record ComputedText(ColumnType Type, TextKernel Kernel) : RowValue(Type);
