using MetricsAsCode.Values;

namespace MetricsAsCode.Time;

// `X over A over B` is (X over A) over B: at the period P it asks for `X over A` at B(P), that is for X at A(B(P)).
// The step written last is the outermost and is applied to P first.

/// <summary>The windows written after a number, set or rows, innermost first. Windows are equal when their steps are.</summary>
public sealed class Window : IEquatable<Window>
{
    private readonly WindowStep[] steps;

    private Window(WindowStep[] steps) => this.steps = steps;

    /// <summary>No window: the period at hand.</summary>
    public static Window Own { get; } = new([]);

    /// <summary>The steps in the order in which they are written: the last is the outermost.</summary>
    public IReadOnlyList<WindowStep> Steps => steps;

    /// <summary>Whether this is the period at hand itself.</summary>
    public bool IsOwn => steps.Length == 0;

    /// <summary>The window of some steps in the order in which they are written.</summary>
    public static Window Of(params ReadOnlySpan<WindowStep> steps) => steps.Length == 0 ? Own : new Window(steps.ToArray());

    /// <summary>This window with one more step written after it.</summary>
    public Window Then(WindowStep step) => new([.. steps, step]);

    /// <summary>The days that this window aims at when the period at hand is <paramref name="p"/>: the outermost step, written last, is applied first.</summary>
    /// <returns>The stretch, or the reason of the first step that has none.</returns>
    public Outcome<Stretch> Resolve(Stretch p, Instant asOf, Calendar calendar)
    {
        Outcome<Stretch> aim = p;
        for (var i = steps.Length - 1; i >= 0 && aim.HasValue; i--)
            aim = steps[i].Apply(aim.Value, asOf, calendar);
        return aim;
    }

    /// <inheritdoc />
    public bool Equals(Window? other) => other is not null && steps.AsSpan().SequenceEqual(other.steps);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Window);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var step in steps)
            hash.Add(step);
        return hash.ToHashCode();
    }

    /// <summary>The steps as the language writes them: <c>over previous over trailing 28 days</c>.</summary>
    public override string ToString() => string.Join(' ', steps.Select(static step => step.ToString()));
}
