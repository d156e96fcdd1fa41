using System.Numerics;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Emit.CSharp.Kernels;

/// <summary>Turns a row expression into a C# expression over the locals of a kernel.</summary>
/// <param name="tests">The set tests of the filter, asked for by their index.</param>
internal sealed class RowCompiler(KernelLocals locals, IReadOnlyList<PlanSetTest> tests) : RowExpressionVisitor<RowCode>
{
    public static RowCode Constant(Literal literal) => literal.Kind switch
    {
        ScalarKind.Text => new RowCode(CSharpText.Quote(literal.Text ?? ""), RowForm.Text) { ConstantText = literal.Text ?? "" },
        ScalarKind.Boolean => new RowCode(literal.Number == 0 ? "false" : "true", RowForm.Bool),
        ScalarKind.Date => new RowCode(CSharpText.Of((int)literal.Number), RowForm.Date),
        ScalarKind.Number => new RowCode(CSharpText.Double(literal.Number), RowForm.Double),
        _ => Exact(literal.Number),
    };

    protected override RowCode Literal(RowLiteral node) => Constant(node.Value);

    protected override RowCode Column(RowColumn node) => ColumnCode.Of(node, locals);

    protected override RowCode Arithmetic(RowArithmetic node)
    {
        var (left, right) = (Visit(node.Left), Visit(node.Right));
        return node.Left.Type.IsTemporal || node.Right.Type.IsTemporal
            ? ArithmeticCode.OfTimes(node, left, right)
            : ArithmeticCode.Of(node, left, right);
    }

    protected override RowCode Negate(RowNegate node) => ArithmeticCode.Negate(Visit(node.Operand));

    protected override RowCode Compare(RowCompare node)
    {
        var (left, right) = Beside(Visit(node.Left), Visit(node.Right));
        return ComparisonCode.Of(node.Operator, left, right, locals);
    }

    protected override RowCode Logic(RowLogic node) => LogicCode.Either(node.IsOr, Visit(node.Left), Visit(node.Right));

    protected override RowCode Not(RowNot node) =>
        node.Operand is RowIsMissing missing ? IsKnown(Visit(missing.Operand)) : LogicCode.Not(Visit(node.Operand));

    protected override RowCode In(RowIn node)
    {
        var operand = Visit(node.Operand);
        var choices = node.Choices.Select(c => Beside(Constant(c), operand).Left).ToArray();
        return ComparisonCode.In(operand, choices, locals);
    }

    protected override RowCode InSet(RowInSet node) => throw Unexpected.Node(node);

    protected override RowCode IsMissing(RowIsMissing node) => IsMissing(Visit(node.Operand));

    protected override RowCode If(RowIf node) => FunctionCode.If(node.Type, Visit(node.Condition), Visit(node.Then), Visit(node.Else));

    protected override RowCode Call(RowCall node) => FunctionCode.Of(node, [.. node.Arguments.Select(Visit)]);

    protected override RowCode AsOf(RowAsOf node) => new(locals.Once("asOf", "rows.AsOf"), RowForm.Long);

    protected override RowCode Extension(RowExpression node) => node switch
    {
        PlanSetTest test => new RowCode($"rows.Test({CSharpText.Of(KernelEmitter.IndexOf(tests, test))}, row)", RowForm.Bool, MayBeMissing: true),
        PlanKnown known => Known(Visit(known.Operand)),
        _ => base.Extension(node),
    };

    private static RowCode Known(RowCode operand) =>
        operand.MayBeMissing ? new RowCode($"{Cell(operand)} is null ? (long?)null : 1L", RowForm.Long, MayBeMissing: true, IsSimple: false) : RowCode.Number(1, 0);

    private static RowCode IsMissing(RowCode operand) => operand.MayBeMissing
        ? new RowCode($"{Cell(operand)} is null", RowForm.Bool, IsSimple: false)
        : new RowCode("false", RowForm.Bool);

    private static RowCode IsKnown(RowCode operand) => operand.MayBeMissing
        ? new RowCode($"{Cell(operand)} is not null", RowForm.Bool, IsSimple: false)
        : new RowCode("true", RowForm.Bool);

    /// <summary>Whether a text is missing shows in its code: the text itself need not be made.</summary>
    private static string Cell(RowCode operand) => operand.Cells?.Code ?? operand.Operand;

    /// <summary>A date beside a timestamp is its local midnight.</summary>
    private static (RowCode Left, RowCode Right) Beside(RowCode left, RowCode right) => (left.Form, right.Form) switch
    {
        (RowForm.Date, RowForm.Long) => (ArithmeticCode.Instant(left), right),
        (RowForm.Long, RowForm.Date) => (left, ArithmeticCode.Instant(right)),
        _ => (left, right),
    };

    /// <summary>A constant with as few digits behind the point as it needs.</summary>
    private static RowCode Exact(decimal value)
    {
        int[] bits = decimal.GetBits(value);
        var mantissa = ((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0];
        int scale = (bits[3] >> 16) & 0xFF;
        while (scale > 0 && (mantissa % 10).IsZero)
            (mantissa, scale) = (mantissa / 10, scale - 1);
        return RowCode.Number(bits[3] < 0 ? -mantissa : mantissa, scale);
    }
}
