using System.Diagnostics.CodeAnalysis;

namespace MetricsAsCode.Values;

/// <summary>Something, or the reason why there is none.</summary>
/// <typeparam name="T">What there is when all goes well.</typeparam>
public readonly record struct Outcome<T>
    where T : class
{
    private readonly T? value;
    private readonly Reason? reason;

    /// <summary>Holds a value.</summary>
    public Outcome(T value) => this.value = value;

    /// <summary>Holds the reason why there is no value.</summary>
    public Outcome(Reason reason) => this.reason = reason;

    /// <summary>Whether there is a value.</summary>
    public bool HasValue => value is not null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none; the message gives the reason.</exception>
    public T Value => value ?? throw new InvalidOperationException($"No value: {Reason}.");

    /// <summary>Why there is no value; null when there is one.</summary>
    public Reason? Reason => value is null ? reason ?? Values.Reason.NotComputed : null;

    /// <summary>The value, or else the reason.</summary>
    public bool TryGet([NotNullWhen(true)] out T? found, [NotNullWhen(false)] out Reason? none)
    {
        found = value;
        none = Reason;
        return value is not null;
    }

    /// <summary>A value is an outcome.</summary>
    public static implicit operator Outcome<T>(T value) => new(value);

    /// <summary>A reason is an outcome.</summary>
    public static implicit operator Outcome<T>(Reason reason) => new(reason);
}
