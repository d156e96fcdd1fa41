using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Model;

/// <summary>One re-aiming of an expression at another stretch of time relative to the period P at hand.</summary>
/// <param name="Form">Which stretch.</param>
/// <param name="Count">How many units, for <c>previous 3</c> and <c>trailing 28 days</c>; else 1.</param>
/// <param name="Grain">The unit of <c>trailing 28 days</c> and of <c>quarter to date</c>.</param>
public sealed record WindowStep(WindowForm Form, int Count = 1, Grain? Grain = null)
{
    /// <summary><c>at start</c>, <c>at end</c>: what is read is what lives at one instant.</summary>
    public bool IsState => Form is WindowForm.AtStart or WindowForm.AtEnd;

    /// <summary>The step as it is written, e.g. <c>over trailing 28 days</c>.</summary>
    public override string ToString() => Form switch
    {
        WindowForm.Previous when Count == 1 => "over previous",
        WindowForm.Previous => FormattableString.Invariant($"over previous {Count}"),
        WindowForm.PreviousToDate => "over previous to date",
        WindowForm.SamePeriodLastYear => "over same period last year",
        WindowForm.Trailing => FormattableString.Invariant($"over trailing {Count} {Word(Grain!.Value)}{(Count == 1 ? "" : "s")}"),
        WindowForm.ToDate => $"over {Word(Grain!.Value)} to date",
        WindowForm.AllBefore => "over all before",
        WindowForm.Ever => "over ever",
        WindowForm.AtStart => "at start",
        WindowForm.AtEnd => "at end",
        _ => throw new InvalidOperationException($"Unexpected window {Form}."),
    };

    private static string Word(Grain grain) => grain.ToString().ToLowerInvariant();
}
