namespace MetricsAsCode.Calculation.Binding;

/// <summary>What formulas and sets are made of.</summary>
internal static class FormulaParts
{
    /// <summary>The operands of an operator, in reading order; none for a leaf, and none for <c>per</c>, whose operand is computed for other rows.</summary>
    public static IReadOnlyList<Formula> Operands(this Formula formula) => formula switch
    {
        ArithmeticFormula f => [f.Left, f.Right],
        NegateFormula f => [f.Operand],
        CompareFormula f => [f.Left, f.Right],
        LogicFormula f => [f.Left, f.Right],
        NotFormula f => [f.Operand],
        IsMissingFormula f => [f.Operand],
        InFormula f => [f.Operand],
        IfFormula f => [f.Condition, f.Then, f.Otherwise],
        CallFormula f => f.Arguments,
        EachFormula f => [f.Operand],
        WithinFormula f => [f.Operand],
        LeftOutFormula f => [f.Operand, f.Count],
        ConstantFormula or AsOfFormula or ReadingFormula or ShareFormula or SizeFormula or PerFormula or SharePerFormula => [],
        _ => throw new InvalidOperationException($"Unexpected formula {formula.GetType().Name}."),
    };

    /// <summary>The readings that a set combines, in reading order.</summary>
    public static IEnumerable<SetReading> Readings(this SetFormula set) => set switch
    {
        SetReading reading => [reading],
        CombinedSet combined => combined.Left.Readings().Concat(combined.Right.Readings()),
        _ => throw new InvalidOperationException($"Unexpected set {set.GetType().Name}."),
    };
}
