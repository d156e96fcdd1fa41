namespace MetricsAsCode.Compiler.Emit.CSharp.Kernels;

/// <summary>Kleene logic: on <c>bool?</c> it is C#'s own <c>&amp;</c> and <c>|</c>. Both sides are computed: whether one overflows does not depend on the other.</summary>
internal static class LogicCode
{
    public static RowCode Either(bool isOr, RowCode left, RowCode right)
    {
        bool mayBeMissing = left.MayBeMissing || right.MayBeMissing;
        return new RowCode($"{left.Operand} {(isOr ? "|" : "&")} {right.Operand}", RowForm.Bool, MayBeMissing: mayBeMissing, IsSimple: false);
    }

    public static RowCode Not(RowCode operand) => new($"!{operand.Operand}", RowForm.Bool, MayBeMissing: operand.MayBeMissing);

    /// <summary>A C# condition that holds where the answer is known to be true.</summary>
    public static string IsTrue(RowCode condition) => condition.MayBeMissing ? $"{condition.Operand} is true" : condition.Code;
}
