using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Emit.CSharp;

/// <summary>Writes the two classes of a source: the frame that holds its rows, and the dimensions that results can be broken down by.</summary>
internal sealed class SourceEmitter(Plan plan, ModuleNames names, CodeWriter writer)
{
    public void Emit(PlanSource source)
    {
        var own = names.Of(source.Source);
        Frame(source, own);
        Dimensions(source.Source, own);
    }

    private void Frame(PlanSource source, SourceNames own)
    {
        string name = plan.NameOf(source.Source);
        writer.Summary($"Rows of {name}.", source.Source.Description);
        writer.Open($"public sealed class {own.Frame} : SourceFrame");
        writer.Line($"private {own.Frame}(DataFrame data)").Indented([": base(Schema, ColumnsInUse, data)"]).Open().Close();
        writer.Summary("The contract of the rows.");
        writer.Line($"public static SourceSchema Schema {{ get; }} = new({CSharpText.Quote(name)},").Line("[");
        string life = source.Source.Lifetime is { } l
            ? $" {{ Lifetime = new LifetimeSchema({CSharpText.Quote(l.From.Name)}, {CSharpText.Quote(l.To.Name)}, {(l.IsThrough ? "true" : "false")}) }}"
            : "";
        writer.Indented(source.Source.Columns.Select(c => Column(c) + ",")).Line($"]){life};").Gap();
        writer.Summary("The columns that the module's metrics read.");
        writer.Line($"public static IReadOnlyList<string> ColumnsInUse {{ get; }} = {CSharpText.Quote(source.Columns.Select(c => c.Column.Name))};").Gap();
        writer.Summary("Reads the columns in use of a CSV file, and others that results will be broken down by.");
        writer.Line($"public static {own.Frame} ReadCsv(string path, params IReadOnlyList<Dimension> also) =>");
        writer.Indented(["new(Read(path, Schema, ColumnsInUse, also));"]).Gap();
        if (source.Source.Format == "json")
        {
            writer.Summary("Reads the columns in use of a file of JSON lines, and others that results will be broken down by.");
            writer.Line($"public static {own.Frame} ReadJson(string path, params IReadOnlyList<Dimension> also) =>");
            writer.Indented(["new(ReadJsonLines(path, Schema, ColumnsInUse, also));"]).Gap();
        }

        if (source.Source.Table is { } table)
            Literal(table, own);
        writer.Summary(source.Source.Format == "parquet"
            ? "Takes over rows that are in memory. Those of Parquet files: ParquetFile.Read(path, Schema, ColumnsInUse) of MetricsAsCode.Engines."
            : "Takes over rows that are in memory.");
        writer.Line($"public static {own.Frame} From(DataFrame data) => new(data);");
        writer.Close();
    }

    private void Literal(GivenSymbol table, SourceNames own)
    {
        string file = CSharpText.Quote(table.Tree.Text.Path.Split('/', '\\').Last());
        writer.Summary("The rows that stand in the definitions.");
        writer.Line($"public static {own.Frame} ReadTable() => new(RowTable.Read(Schema, {file}, {Line(table.Source.Location)},");
        writer.Indented([$"{CSharpText.Quote(table.Header.Select(c => c.Name))},"]).Line("[");
        writer.Indented(table.Rows.Select(r => $"new string?[] {{ {string.Join(", ", r.Cells.Select(c => c.Text is { } text ? CSharpText.Quote(text) : "null"))} }},")).Line("]));").Gap();
    }

    private static string Line(Text.Location at) => at.Start.Line.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private string Column(ColumnSymbol column)
    {
        string members = string.Join(", ", Members(column));
        return $"new ColumnSchema({CSharpText.Quote(column.Name)}, {TypeCode.Of(column.Type)})" + (members.Length == 0 ? "" : $" {{ {members} }}");
    }

    private IEnumerable<string> Members(ColumnSymbol column)
    {
        if (column.IsKey)
            yield return "IsKey = true";
        if (column.Type.IsOptional)
            yield return "IsOptional = true";
        if (column.IsTime)
            yield return "IsTime = true";
        if (column.FileName is { } file)
            yield return $"FileName = {CSharpText.Quote(file)}";
        if (column.Zone is { } zone)
            yield return $"Zone = {CSharpText.Quote(zone)}";
        if (column.References is { } target)
            yield return $"References = {CSharpText.Quote(plan.NameOf(target))}";
        if (column.IsClosed)
            yield return $"AllowedTexts = {CSharpText.Quote(column.Values)}";
        if (column.Low is { } low)
            yield return $"Low = {CSharpText.Decimal(low)}";
        if (column.High is { } high)
            yield return $"High = {CSharpText.Decimal(high)}";
    }

    private void Dimensions(SourceSymbol source, SourceNames own)
    {
        var segments = plan.Derived.Where(d => d.Derivation is PlanSegment && ReferenceEquals(d.Derivation.Source, source)).Select(d => d.Column);
        var groupable = source.Columns.Where(IsGroupable).Concat(segments).ToArray();
        if (groupable.Length == 0)
            return;
        string name = plan.NameOf(source);
        var members = new NameScope(RuntimeNames.ObjectMembers.Append(own.Dimensions).Append("Dimension"));
        writer.Summary($"What results can be broken down by: columns of {name}.");
        writer.Open($"public static class {own.Dimensions}");
        foreach (var column in groupable)
        {
            string member = members.Claim(CSharpName.Pascal(column.Name), "Column");
            writer.Summary(column.Description ?? $"{name}.{column.Name}");
            writer.Line($"public static Dimension {member} {{ get; }} = new({CSharpText.Quote(name)}, {CSharpText.Quote(column.Name)});").Gap();
        }

        writer.Close();
    }

    private static bool IsGroupable(ColumnSymbol column) =>
        column.Type.Kind is ScalarKind.Text or ScalarKind.Integer or ScalarKind.Boolean or ScalarKind.Date;
}
