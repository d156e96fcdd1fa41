using MetricsAsCode.Compiler.Binding.Model;

namespace MetricsAsCode.Compiler.Fingerprints;

// `A union B` is `B union A`, and so is `intersect`, unless both have windows: the one that is read first gives the reason when both lead nowhere.
// A window on the values of rows is one on the rows.

/// <summary>Canonical forms of sets.</summary>
/// <param name="isInner">Whether only members count, not the reason why there are none.</param>
/// <param name="windows">What leads from outside to the set, the innermost first.</param>
internal sealed class CanonicalSets(bool isInner, IReadOnlyList<WindowStep> windows) : EntitySetVisitor<string>
{
    public static string Of(EntitySet set, bool isInner) => new CanonicalSets(isInner, []).Visit(set);

    protected override string OfRows(SetOfRows node) => Digest.Of("set", CanonicalRows.Of(node.Rows, windows), CanonicalRows.Of(node.Element));

    protected override string Combination(SetCombination node)
    {
        string[] operands = [Of(node.Left, isInner), Of(node.Right, isInner)];
        bool isOrdered = node.Operator == SetOperator.Except || (!isInner && HasWindow(node.Left) && HasWindow(node.Right));
        string form = Digest.Of(node.Operator.ToString(), isOrdered ? operands : operands.OrderBy(o => o, StringComparer.Ordinal));
        return windows.Count == 0 ? form : Digest.Of("over", windows.Select(w => w.ToString()).Prepend(form));
    }

    protected override string Window(SetWindow node) => new CanonicalSets(isInner, [node.Window, .. windows]).Visit(node.Set);

    private static bool HasWindow(EntitySet set) => set switch
    {
        SetWindow => true,
        SetOfRows rows => rows.Rows.Steps.Any(s => s is RowWindow),
        SetCombination both => HasWindow(both.Left) || HasWindow(both.Right),
        _ => true,
    };
}
