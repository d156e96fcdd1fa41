namespace MetricsAsCode.Kernels;

/// <summary>How a value stands to a constant.</summary>
internal enum Relation
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
