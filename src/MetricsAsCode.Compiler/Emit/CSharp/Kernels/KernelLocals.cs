using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Emit.CSharp.Kernels;

/// <summary>The locals of one kernel: what it looks up before its loop, and the rows that references lead to inside it. Each is declared once.</summary>
internal sealed class KernelLocals
{
    private readonly NameScope names = new("rows", "row", "hits", "values", "known", "value", "index");
    private readonly Dictionary<string, string> declared = new(StringComparer.Ordinal);

    /// <summary>A local of a name that nothing else has.</summary>
    public string Fresh(string name) => CSharpName.Escape(names.Claim(name));

    public List<string> BeforeLoop { get; } = [];

    public List<string> InLoop { get; } = [];

    /// <summary>A local that is computed once per block.</summary>
    public string Once(string name, string value) => Declare(BeforeLoop, name, value);

    /// <summary>The row of the table that the column stands in: the row at hand, or where its references lead.</summary>
    public string RowOf(RowColumn column)
    {
        if (column.References.IsEmpty)
            return "row";
        string last = column.References[column.References.Count - 1].Column.Name;
        string link = Once(CSharpName.Camel(last) + "Rows", $"rows.Link({References(column)})");
        return Declare(InLoop, CSharpName.Camel(last) + "Row", $"{link}[row]");
    }

    /// <summary>The local of a column that is read by row.</summary>
    public string Column(RowColumn column)
    {
        string access = column.Column.Type.Kind == ScalarKind.Text ? "Texts(" : $"Values<{Stored(column.Column.Type.Kind)}>(";
        return Once(CSharpName.Camel(column.Column.Name), $"{Table(column)}.{access}{CSharpText.Quote(column.Column.Name)})");
    }

    /// <summary>The local of the bare values of a column that is never missing.</summary>
    public string Span(RowColumn column) => Once(
        CSharpName.Camel(column.Column.Name),
        $"{Table(column)}.Values<{Stored(column.Column.Type.Kind)}>({CSharpText.Quote(column.Column.Name)}).Values");

    private static string Table(RowColumn column) => $"rows.Table({References(column)})";

    private static string References(RowColumn column) => string.Join(", ", ReferencePath.Steps(column).Select(CSharpText.Quote));

    /// <summary>How the values of a kind are stored; texts as codes.</summary>
    public static string Stored(ScalarKind kind) => kind switch
    {
        ScalarKind.Number => "double",
        ScalarKind.Boolean => "bool",
        ScalarKind.Date => "int",
        _ => "long",
    };

    private string Declare(List<string> lines, string name, string value)
    {
        if (!declared.TryGetValue(value, out string? local))
        {
            local = CSharpName.Escape(names.Claim(name));
            declared.Add(value, local);
            lines.Add($"var {local} = {value};");
        }

        return local;
    }
}
