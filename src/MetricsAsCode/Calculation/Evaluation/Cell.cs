using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.Evaluation;

/// <summary>
/// A <see cref="Value"/> in the making: one of very many, so it holds numbers, dates and truths without boxes. Knows besides whether an exact number
/// is an amount of money, which multiplies by its own rule.
/// </summary>
internal readonly struct Cell
{
    private readonly Int128 bits;
    private readonly object? content;
    private readonly byte scale;

    private Cell(ValueKind kind, Int128 bits, int scale = 0, bool isMoney = false, object? content = null)
    {
        this.bits = bits;
        this.content = content;
        this.scale = (byte)scale;
        Kind = kind;
        IsMoney = isMoney;
    }

    /// <summary>What the cell holds.</summary>
    public ValueKind Kind { get; }

    /// <summary>Whether an exact number is an amount of money.</summary>
    public bool IsMoney { get; }

    public bool HasValue => Kind != ValueKind.None;

    /// <summary>Why there is no value.</summary>
    public Reason? Reason => HasValue ? null : (Reason?)content ?? Values.Reason.NotComputed;

    public Exact Exact => new(bits, scale);

    public double Double => BitConverter.Int64BitsToDouble((long)bits);

    public bool IsTrue => Kind == ValueKind.Boolean && bits != 0;

    public string Text => (string)content!;

    /// <summary>Days since 1970-01-01.</summary>
    public int Date => (int)bits;

    /// <summary>Microseconds since 1970-01-01T00:00Z.</summary>
    public long Timestamp => (long)bits;

    public static Cell None(Reason reason) => new(ValueKind.None, 0, content: reason);

    public static Cell Of(Exact value, bool isMoney = false) => new(ValueKind.Exact, value.Mantissa, value.Scale, isMoney);

    /// <summary>An exact number, or overflow.</summary>
    public static Cell Of(Exact? value, bool isMoney = false) => value is { } exact ? Of(exact, isMoney) : None(Values.Reason.Overflow);

    public static Cell Of(long count) => new(ValueKind.Exact, count);

    /// <summary>A double, or overflow when it is not finite.</summary>
    public static Cell Of(double value) =>
        double.IsFinite(value) ? new(ValueKind.Double, BitConverter.DoubleToInt64Bits(value)) : None(Values.Reason.Overflow);

    /// <summary>A double, or overflow.</summary>
    public static Cell Of(double? value) => value is { } known ? Of(known) : None(Values.Reason.Overflow);

    public static Cell Of(bool value) => new(ValueKind.Boolean, value ? 1 : 0);

    public static Cell Of(string value) => new(ValueKind.Text, 0, content: value);

    public static Cell OfDate(int days) => new(ValueKind.Date, days);

    public static Cell OfTimestamp(long microseconds) => new(ValueKind.Timestamp, microseconds);

    public static Cell Of(Value value) => value.Kind switch
    {
        ValueKind.Exact => Of(value.AsExact),
        ValueKind.Double => Of(value.AsDouble),
        ValueKind.Text => Of(value.AsText),
        ValueKind.Boolean => Of(value.AsBoolean),
        ValueKind.Date => OfDate(Binding.Days.Of(value.AsDate)),
        ValueKind.Timestamp => OfTimestamp(value.AsTimestamp.Microseconds),
        _ => None(value.Reason!),
    };

    public Value ToValue() => Kind switch
    {
        ValueKind.Exact => Value.Of(Exact),
        ValueKind.Double => Value.Of(Double),
        ValueKind.Text => Value.Of(Text),
        ValueKind.Boolean => Value.Of(IsTrue),
        ValueKind.Date => Value.Of(Binding.Days.Date(Date)),
        ValueKind.Timestamp => Value.Of(new Instant(Timestamp)),
        _ => Value.None(Reason!),
    };

    /// <summary>The number as a double, an exact one as the nearest.</summary>
    public double ToDouble() => Kind switch
    {
        ValueKind.Exact => Exact.ToDouble(),
        ValueKind.Double => Double,
        _ => throw new InvalidOperationException($"{ToValue()} is no number."),
    };

    public override string ToString() => ToValue().ToString();
}
