namespace MetricsAsCode.Engines.Reference;

/// <summary>"Logic is three-valued (Kleene)": null is unknown.</summary>
internal static class Kleene
{
    /// <summary>False as soon as one side is false, whatever the other is.</summary>
    public static bool? And(bool? left, bool? right) => (left, right) switch
    {
        (false, _) or (_, false) => false,
        (true, true) => true,
        _ => null,
    };

    /// <summary>True as soon as one side is true, whatever the other is.</summary>
    public static bool? Or(bool? left, bool? right) => Not(And(Not(left), Not(right)));

    public static bool? Not(bool? operand) => operand is { } known ? !known : null;
}
