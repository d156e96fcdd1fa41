using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Emit.CSharp.Kernels;

// 1. Only where a condition is known to be true counts. `not` is pushed down to the comparisons: each is asked for where it is known to be true, or known
//    to be false.
// 2. What is not a comparison of columns as they are stored with each other or with constants is left to a loop over rows: then all of the condition is.

/// <summary>Turns a condition into tests of whole columns, where it is made of such tests.</summary>
internal sealed class MaskCompiler(KernelLocals locals, IReadOnlyList<PlanSetTest> tests)
{
    private const int DeepestNesting = 16;

    /// <summary>Where a condition is known to be true, or known to be false; null when a loop has to find out.</summary>
    public MaskCode? Of(RowExpression condition, bool isTrue = true, int depth = 0) => depth > DeepestNesting ? null : condition switch
    {
        RowNot node => Of(node.Operand, !isTrue, depth),
        RowLogic node => Pair(node.IsOr == isTrue, Of(node.Left, isTrue, depth), Of(node.Right, isTrue, depth + 1)),
        RowCompare node => Compare(isTrue ? node.Operator : node.Operator.Opposite(), node.Left, node.Right),
        RowIn node => In(node, isTrue, depth),
        RowIsMissing { Operand: RowColumn column } => new MaskTest(into => $"Masks.{(isTrue ? "Missing" : "Known")}({Cells(column)}, {into});"),
        RowColumn { Column.Type.Kind: ScalarKind.Boolean } column => Truth(column, isTrue),
        PlanSetTest test => new MaskTest(into => $"rows.Test({CSharpText.Of(KernelEmitter.IndexOf(tests, test))}, {(isTrue ? "true" : "false")}, {into});"),
        _ => null,
    };

    private MaskTest Truth(RowColumn column, bool isTrue) => new(into => $"Masks.{(isTrue ? "True" : "False")}({Cells(column)}, {into});");

    private static MaskCode? Pair(bool isOr, MaskCode? left, MaskCode? right) => left is null || right is null ? null : new MaskPair(isOr, left, right);

    private MaskCode? In(RowIn node, bool isTrue, int depth)
    {
        if (node.Operand is RowColumn { Column.Type.Kind: ScalarKind.Text } texts && node.Choices.Count > 2)
        {
            string constants = string.Join(", ", node.Choices.Select(c => CSharpText.Quote(c.Text ?? "")));
            return new MaskTest(into => $"Masks.{(isTrue ? "Among" : "NotAmong")}({Cells(texts)}, {into}, {constants});");
        }

        return node.Choices
            .Select(choice => Compare(isTrue ? Comparison.Equal : Comparison.NotEqual, node.Operand, new RowLiteral(choice, node.Operand.Type)))
            .Aggregate((left, right) => Pair(isTrue, left, right));
    }

    private MaskCode? Compare(Comparison comparison, RowExpression left, RowExpression right) => (left, right) switch
    {
        (RowColumn a, RowColumn b) => Columns(comparison, a, b),
        (RowColumn column, _) => Constant(comparison, column, right),
        (_, RowColumn column) => Constant(comparison.Mirrored(), column, left),
        _ => null,
    };

    private MaskTest? Columns(Comparison comparison, RowColumn left, RowColumn right)
    {
        var (a, b) = (left.Column.Type, right.Column.Type);
        bool areAlike = a.Kind is not (ScalarKind.Text or ScalarKind.Boolean) && Stored(a.Kind) == Stored(b.Kind) && a.Scale == b.Scale && a.IsTemporal == b.IsTemporal;
        return areAlike ? new MaskTest(into => $"Masks.{comparison}({Cells(left)}, {Cells(right)}, {into});") : null;
    }

    private MaskTest? Constant(Comparison comparison, RowColumn column, RowExpression with)
    {
        bool isEquality = comparison is Comparison.Equal or Comparison.NotEqual;
        return (column.Column.Type.Kind, with) switch
        {
            (ScalarKind.Boolean, RowLiteral truth) when isEquality => Truth(column, (truth.Value.Number != 0) == (comparison == Comparison.Equal)),
            (ScalarKind.Text, RowLiteral text) when isEquality => Test(comparison, column, CSharpText.Quote(text.Value.Text ?? "")),
            (ScalarKind.Boolean or ScalarKind.Text, _) => null,
            _ => ConstantFor(column.Column.Type, with) is { } constant ? Test(comparison, column, constant) : null,
        };
    }

    private MaskTest Test(Comparison comparison, RowColumn column, string constant) => new(into => $"Masks.{comparison}({Cells(column)}, {constant}, {into});");

    /// <summary>A constant as the column's values are stored; null when it is none, or lies between two of them.</summary>
    private string? ConstantFor(ScalarType type, RowExpression constant)
    {
        if (constant is RowAsOf)
            return type.Kind == ScalarKind.Timestamp ? locals.Once("asOf", "rows.AsOf") : null;
        if (constant is not (RowLiteral or RowNegate { Operand: RowLiteral }))
            return null;
        var code = new RowCompiler(locals, []).Visit(constant);
        return (Stored(type.Kind), code.Form) switch
        {
            ("int", RowForm.Date) => code.Code,
            ("long", RowForm.Date) when type.Kind == ScalarKind.Timestamp => locals.Once("start", ArithmeticCode.Instant(code).Code),
            ("long", RowForm.Long or RowForm.Exact) when code.Constant is not null && code.Scale <= type.Scale && code.AtScale(type.Scale) is { Form: RowForm.Long } scaled => scaled.Code,
            ("double", RowForm.Long or RowForm.Exact or RowForm.Double) => code.AsDouble().Code,
            _ => null,
        };
    }

    private string Cells(RowColumn column)
    {
        string path = string.Join(", ", ReferencePath.Steps(column).Append(column.Column.Name).Select(CSharpText.Quote));
        string read = column.Column.Type.Kind == ScalarKind.Text ? $"rows.Texts({path})" : $"rows.Cells<{Stored(column.Column.Type.Kind)}>({path})";
        return locals.Once(CSharpName.Camel(column.Column.Name), read);
    }

    private static string Stored(ScalarKind kind) => KernelLocals.Stored(kind);
}
