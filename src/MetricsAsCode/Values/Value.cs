using MetricsAsCode.Time;

namespace MetricsAsCode.Values;

/// <summary>The value of a metric, or the reason why it has none. Infinity and not-a-number are never values.</summary>
public readonly record struct Value
{
    private readonly Exact exact;
    private readonly double number;
    private readonly object? content;

    private Value(ValueKind kind, Exact exact = default, double number = 0, object? content = null)
    {
        Kind = kind;
        this.exact = exact;
        this.number = number;
        this.content = content;
    }

    /// <summary>What the value holds.</summary>
    public ValueKind Kind { get; }

    /// <summary>Whether there is a value.</summary>
    public bool HasValue => Kind != ValueKind.None;

    /// <summary>Whether the value is a number, exact or double.</summary>
    public bool IsNumber => Kind is ValueKind.Exact or ValueKind.Double;

    /// <summary>Why there is no value; null when there is one.</summary>
    public Reason? Reason => HasValue ? null : content as Reason ?? Values.Reason.NotComputed;

    /// <summary>The exact number.</summary>
    /// <exception cref="InvalidOperationException">The value is of another kind.</exception>
    public Exact AsExact => Expect(ValueKind.Exact).exact;

    /// <summary>The double.</summary>
    /// <exception cref="InvalidOperationException">The value is of another kind.</exception>
    public double AsDouble => Expect(ValueKind.Double).number;

    /// <summary>The text.</summary>
    /// <exception cref="InvalidOperationException">The value is of another kind.</exception>
    public string AsText => (string)Expect(ValueKind.Text).content!;

    /// <summary>True or false.</summary>
    /// <exception cref="InvalidOperationException">The value is of another kind.</exception>
    public bool AsBoolean => (bool)Expect(ValueKind.Boolean).content!;

    /// <summary>The date.</summary>
    /// <exception cref="InvalidOperationException">The value is of another kind.</exception>
    public DateOnly AsDate => (DateOnly)Expect(ValueKind.Date).content!;

    /// <summary>The instant.</summary>
    /// <exception cref="InvalidOperationException">The value is of another kind.</exception>
    public Instant AsTimestamp => (Instant)Expect(ValueKind.Timestamp).content!;

    /// <summary>No value, and why.</summary>
    public static Value None(Reason reason) => new(ValueKind.None, content: reason);

    /// <summary>An exact number.</summary>
    public static Value Of(Exact value) => new(ValueKind.Exact, exact: value);

    /// <summary>An exact number, or overflow.</summary>
    public static Value Of(Exact? value) => value is { } exact ? Of(exact) : None(Values.Reason.Overflow);

    /// <summary>A count.</summary>
    public static Value Of(long value) => Of(new Exact(value));

    /// <summary>A double; overflow when it is not finite.</summary>
    public static Value Of(double value) => double.IsFinite(value) ? new(ValueKind.Double, number: value) : None(Values.Reason.Overflow);

    /// <summary>Text.</summary>
    public static Value Of(string value) => new(ValueKind.Text, content: value);

    /// <summary>True or false.</summary>
    public static Value Of(bool value) => new(ValueKind.Boolean, content: value);

    /// <summary>A date.</summary>
    public static Value Of(DateOnly value) => new(ValueKind.Date, content: value);

    /// <summary>An instant.</summary>
    public static Value Of(Instant value) => new(ValueKind.Timestamp, content: value);

    /// <summary>The number as a double, exact numbers as the nearest one.</summary>
    /// <exception cref="InvalidOperationException">The value is not a number.</exception>
    public double ToDouble() => Kind == ValueKind.Exact ? exact.ToDouble() : AsDouble;

    /// <summary>A plain invariant form for logs and tests; <see cref="DisplayFormat"/> makes the one for people.</summary>
    public override string ToString() => Kind switch
    {
        ValueKind.None => $"no value ({Reason})",
        ValueKind.Exact => exact.ToString(),
        ValueKind.Double => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        ValueKind.Date => AsDate.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ValueKind.Boolean => AsBoolean ? "true" : "false",
        _ => content!.ToString()!,
    };

    private Value Expect(ValueKind kind) =>
        Kind == kind ? this : throw new InvalidOperationException(HasValue ? $"The value {this} is {Kind}, not {kind}." : $"There is no value: {Reason}.");
}
