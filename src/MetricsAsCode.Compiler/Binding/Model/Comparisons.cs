namespace MetricsAsCode.Compiler.Binding.Model;

/// <summary>Comparisons turned round.</summary>
public static class Comparisons
{
    /// <summary>The comparison that holds of known values where this one does not.</summary>
    public static Comparison Opposite(this Comparison comparison) => comparison switch
    {
        Comparison.Equal => Comparison.NotEqual,
        Comparison.NotEqual => Comparison.Equal,
        Comparison.Less => Comparison.GreaterOrEqual,
        Comparison.LessOrEqual => Comparison.Greater,
        Comparison.Greater => Comparison.LessOrEqual,
        Comparison.GreaterOrEqual => Comparison.Less,
        _ => throw Unexpected.Value(comparison),
    };

    /// <summary>The same comparison with its sides exchanged.</summary>
    public static Comparison Mirrored(this Comparison comparison) => comparison switch
    {
        Comparison.Less => Comparison.Greater,
        Comparison.LessOrEqual => Comparison.GreaterOrEqual,
        Comparison.Greater => Comparison.Less,
        Comparison.GreaterOrEqual => Comparison.LessOrEqual,
        _ => comparison,
    };
}
