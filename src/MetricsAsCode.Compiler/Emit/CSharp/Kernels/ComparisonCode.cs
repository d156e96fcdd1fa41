using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Binding.Model.Printing;

namespace MetricsAsCode.Compiler.Emit.CSharp.Kernels;

/// <summary>Comparisons of row values, three-valued where an operand may be missing.</summary>
internal static class ComparisonCode
{
    public static RowCode Of(Comparison comparison, RowCode left, RowCode right, KernelLocals locals)
    {
        if (comparison is Comparison.Equal or Comparison.NotEqual)
        {
            if (left.Cells is { } cells && right.ConstantText is { } text)
                return Plain(comparison, Cell(left, cells), CodeOf(cells, text, locals));
            if (right.Cells is { } others && left.ConstantText is { } constant)
                return Plain(comparison, Cell(right, others), CodeOf(others, constant, locals));
        }

        return Plain(comparison, left, right);
    }

    /// <summary>One of several constants. Texts of a column are marked by code once per block.</summary>
    public static RowCode In(RowCode operand, IReadOnlyList<RowCode> choices, KernelLocals locals)
    {
        if (operand.Cells is { } cells && choices.Count > 2)
        {
            string texts = string.Join(", ", choices.Select(c => CSharpText.Quote(c.ConstantText!)));
            string marked = locals.Once(cells.Column.TrimStart('@') + "Among", $"Lookup.AnyOf({cells.Column}, {texts})");
            return operand.MayBeMissing
                ? new RowCode($"Lookup.IsAny({marked}, {cells.Code})", RowForm.Bool, MayBeMissing: true)
                : new RowCode($"{marked}[{cells.Code}]", RowForm.Bool);
        }

        return choices.Select(choice => Of(Comparison.Equal, operand, choice, locals)).Aggregate((a, b) => LogicCode.Either(true, a, b));
    }

    private static RowCode Plain(Comparison comparison, RowCode left, RowCode right)
    {
        (left, right) = Aligned(left, right);
        if (left.MayBeMissing || right.MayBeMissing || left.Form == RowForm.Text)
            return new RowCode($"Tri.{comparison}({left.Code}, {right.Code})", RowForm.Bool, MayBeMissing: true);
        string op = comparison == Comparison.Equal ? "==" : OperatorText.Of(comparison);
        return new RowCode($"{left.Operand} {op} {right.Operand}", RowForm.Bool, IsSimple: false);
    }

    private static (RowCode Left, RowCode Right) Aligned(RowCode left, RowCode right)
    {
        if (left.Form is RowForm.Text or RowForm.Bool or RowForm.Date)
            return (left, right);
        return Alignment.Of(left, right);
    }

    private static RowCode Cell(RowCode text, TextCells cells) => new(cells.Code, RowForm.Date, MayBeMissing: text.MayBeMissing);

    /// <summary>A text that no row has gets the code -1, which no known text has.</summary>
    private static RowCode CodeOf(TextCells cells, string text, KernelLocals locals) =>
        new(locals.Once(CSharpName.Camel(text.Length is > 0 and <= 24 ? text : "text"), $"{cells.Column}.CodeOf({CSharpText.Quote(text)})"), RowForm.Date);
}
