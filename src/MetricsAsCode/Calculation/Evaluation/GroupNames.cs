namespace MetricsAsCode.Calculation.Evaluation;

/// <summary>The order of groups: by the UTF-8 bytes of their names, the missing last.</summary>
internal static class GroupNames
{
    public static IComparer<string?> Order { get; } = Comparer<string?>.Create(static (left, right) =>
        left is null || right is null ? (left is null).CompareTo(right is null) : Texts.Compare(left, right));
}
