using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Emit.CSharp.Kernels;

/// <summary>Functions of row values.</summary>
internal static class FunctionCode
{
    public static RowCode Of(RowCall node, IReadOnlyList<RowCode> arguments) => node.Function switch
    {
        ScalarFunction.Coalesce => Coalesce(Common(node.Type, arguments)),
        ScalarFunction.Lower => new RowCode($"Texts.Lower({arguments[0].Code})", RowForm.Text, MayBeMissing: arguments[0].MayBeMissing),
        ScalarFunction.Contains or ScalarFunction.StartsWith or ScalarFunction.EndsWith =>
            new RowCode($"Texts.{node.Function}({arguments[0].Code}, {arguments[1].Code})", RowForm.Bool, MayBeMissing: true),
        ScalarFunction.Abs => Number("Abs", arguments[0], arguments[0].Scale),
        ScalarFunction.Round or ScalarFunction.Floor or ScalarFunction.Ceil => Whole(node.Function, arguments[0]),
        ScalarFunction.Min or ScalarFunction.Max => Common(node.Type, arguments).Aggregate((a, b) => Extreme(node.Function, a, b)),
        ScalarFunction.Hour => new RowCode($"Local.HourOf(rows, {ArithmeticCode.Instant(arguments[0]).Code})", RowForm.Long, MayBeMissing: arguments[0].MayBeMissing),
        ScalarFunction.Weekday => new RowCode($"Local.WeekdayOf({Date(arguments[0]).Code})", RowForm.Long, MayBeMissing: arguments[0].MayBeMissing),
        ScalarFunction.Date => Date(arguments[0]),
        _ => throw Unexpected.Value(node.Function),
    };

    /// <summary>An unknown condition takes the second.</summary>
    public static RowCode If(ScalarType type, RowCode condition, RowCode then, RowCode otherwise)
    {
        var branches = Common(type, [then, otherwise]);
        bool mayBeMissing = branches[0].MayBeMissing || branches[1].MayBeMissing;
        // A branch that is never missing takes on the type of the other.
        string cast = mayBeMissing ? $"({CSharpType(branches[0].Form)}?)" : "";
        return new RowCode($"{LogicCode.IsTrue(condition)} ? {cast}{branches[0].Operand} : {branches[1].Operand}", branches[0].Form, branches[0].Scale, mayBeMissing, false);
    }

    /// <summary>The values in the form of the whole: exact beside number is number, a date beside a timestamp its local midnight.</summary>
    private static IReadOnlyList<RowCode> Common(ScalarType type, IReadOnlyList<RowCode> values) => type.Kind switch
    {
        ScalarKind.Number => [.. values.Select(v => v.AsDouble())],
        ScalarKind.Timestamp => [.. values.Select(ArithmeticCode.Instant)],
        ScalarKind.Integer or ScalarKind.Decimal or ScalarKind.Money or ScalarKind.Duration => Alignment.Of(values),
        _ => values,
    };

    private static RowCode Coalesce(IReadOnlyList<RowCode> values)
    {
        // What stands behind a value that is never missing is never asked for.
        int last = values.TakeWhile(v => v.MayBeMissing || v.Form == RowForm.Text).Count();
        RowCode[] asked = [.. values.Take(last + 1)];
        return asked.Length == 1
            ? asked[0]
            : new RowCode(string.Join(" ?? ", asked.Select(v => v.Operand)), asked[0].Form, asked[0].Scale, asked.All(v => v.MayBeMissing), false);
    }

    private static RowCode Whole(ScalarFunction function, RowCode operand) =>
        operand.Form == RowForm.Long && operand.Scale == 0 ? operand
        : operand.Form == RowForm.Double ? new RowCode($"Real.{function}({operand.Code})", RowForm.Double, MayBeMissing: true)
        : new RowCode($"Exactly.{function}({operand.AsExact().Code}, {CSharpText.Of(operand.Scale)})", RowForm.Exact, MayBeMissing: true);

    private static RowCode Number(string function, RowCode operand, int scale) => operand.Form == RowForm.Double
        ? new RowCode($"Real.{function}({operand.Code})", RowForm.Double, MayBeMissing: true)
        : new RowCode($"Exactly.{function}({operand.AsExact().Code})", RowForm.Exact, scale, true);

    private static RowCode Extreme(ScalarFunction function, RowCode a, RowCode b)
    {
        string home = a.Form switch { RowForm.Double => "Real", RowForm.Exact => "Exactly", RowForm.Text => "Texts", _ => "Whole" };
        return new RowCode($"{home}.{function}({a.Code}, {b.Code})", a.Form, a.Scale, true);
    }

    private static RowCode Date(RowCode time) =>
        time.Form == RowForm.Date ? time : new RowCode($"Local.DateOf(rows, {time.Code})", RowForm.Date, MayBeMissing: time.MayBeMissing);

    private static string CSharpType(RowForm form) => form switch
    {
        RowForm.Long => "long",
        RowForm.Exact => "Int128",
        RowForm.Double => "double",
        RowForm.Bool => "bool",
        RowForm.Date => "int",
        RowForm.Text => "string",
        _ => throw Unexpected.Value(form),
    };
}
