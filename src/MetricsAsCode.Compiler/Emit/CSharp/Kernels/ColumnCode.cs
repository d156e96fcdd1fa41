using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Emit.CSharp.Kernels;

/// <summary>How the cells of a column are read.</summary>
internal static class ColumnCode
{
    /// <summary>An own column that is never missing is read from its span; others cell by cell. Where references lead, a row may always be missing.</summary>
    public static RowCode Of(RowColumn column, KernelLocals locals)
    {
        var type = column.Column.Type;
        bool isPlain = column.References.IsEmpty && !type.IsOptional;
        string row = locals.RowOf(column);
        if (type.Kind == ScalarKind.Text)
            return Text(column, row, isPlain, locals);
        string code = isPlain ? $"{locals.Span(column)}[{row}]" : $"Lookup.At({locals.Column(column)}, {row})";
        return new RowCode(code, FormOf(type.Kind), type.Scale, !isPlain);
    }

    private static RowCode Text(RowColumn column, string row, bool isPlain, KernelLocals locals)
    {
        string texts = locals.Column(column);
        var cells = new TextCells(texts, Code);
        return new RowCode($"Lookup.TextAt({texts}, {row})", RowForm.Text, MayBeMissing: !isPlain) { Cells = cells };

        string Code()
        {
            string codes = locals.Once(CSharpName.Camel(column.Column.Name) + "Codes", $"{texts}.Codes");
            return isPlain ? $"{codes}[{row}]" : $"Lookup.CodeAt({codes}, {row})";
        }
    }

    private static RowForm FormOf(ScalarKind kind) => kind switch
    {
        ScalarKind.Number => RowForm.Double,
        ScalarKind.Boolean => RowForm.Bool,
        ScalarKind.Date => RowForm.Date,
        _ => RowForm.Long,
    };
}
