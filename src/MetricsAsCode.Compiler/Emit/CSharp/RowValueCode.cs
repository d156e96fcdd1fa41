using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Emit.CSharp.Kernels;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Emit.CSharp;

/// <summary>What an aggregate takes from each row, as the runtime wants it: a column as it is, or a kernel and the type of what it yields.</summary>
internal sealed class RowValueCode(PlanText texts, KernelEmitter kernels)
{
    /// <param name="name">A name for the kernel.</param>
    /// <param name="expression">The value.</param>
    /// <param name="state">What is kept of it.</param>
    /// <param name="tests">The sets that it tests, as a list of C#; empty for none.</param>
    public string Of(string name, RowExpression expression, PlanState state, string tests)
    {
        if (expression is RowColumn column && (state != PlanState.Distinct || IsStored(column)))
            return $"new ColumnValue({DefinitionFields.Path(column)}, {TypeCode.Of(column.Type)})";
        var (kernel, code) = kernels.Value(name, texts.Of(expression), expression);
        string type = TypeCode.Of(TypeOf(expression.Type, code));
        return $"new {ValueClass(code)}({type}, Kernels.{kernel}){(tests.Length == 0 ? "" : $" {{ Tests = [{tests}] }}")}";
    }

    // Entities are coded when the data are bound, before columns are computed from other rows.
    private static bool IsStored(RowColumn column) => column.Column.Formula is null;

    /// <summary>What the kernel yields: exact numbers with the digits they are computed with, durations that are not whole as numbers.</summary>
    private static ScalarType TypeOf(ScalarType type, RowCode code) => code.Form switch
    {
        RowForm.Double => ScalarType.Number,
        RowForm.Exact when type.Kind == ScalarKind.Money => type with { Scale = code.Scale },
        RowForm.Exact => ScalarType.Decimal(code.Scale),
        RowForm.Long when type.IsExact => type with { Scale = code.Scale },
        _ => type,
    };

    private static string ValueClass(RowCode code) => code.Form switch
    {
        RowForm.Long when code.Scale > 0 => "ExactValue",
        RowForm.Long or RowForm.Date => "IntegerValue",
        RowForm.Exact => "ExactValue",
        RowForm.Double => "NumberValue",
        RowForm.Bool => "global::MetricsAsCode.Calculation.BooleanValue",
        RowForm.Text => "ComputedText",
        _ => throw Unexpected.Value(code.Form),
    };
}
