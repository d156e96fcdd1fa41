using MetricsAsCode.Data;

namespace MetricsAsCode.Tests.Calculation;

/// <summary>Frames from text: the first line names the columns, an empty cell is missing.</summary>
internal static class Tables
{
    public static DataFrame Read(SourceSchema schema, string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Cells).ToArray();
        return RowTable.Read(schema, schema.Name, 1, [.. lines[0].Select(c => c!)], [.. lines.Skip(1)]);
    }

    public static ColumnSchema Text(string name) => new(name, new ColumnType(ColumnKind.Text)) { IsOptional = true };

    public static ColumnSchema Key(string name) => new(name, new ColumnType(ColumnKind.Text)) { IsKey = true };

    public static ColumnSchema To(string name, string source) => new(name, new ColumnType(ColumnKind.Text)) { IsOptional = true, References = source };

    public static ColumnSchema Of(string name, ColumnKind kind, int scale = 0) => new(name, new ColumnType(kind, scale)) { IsOptional = true };

    public static ColumnSchema Money(string name) => new(name, new ColumnType(ColumnKind.Money, 2, "EUR")) { IsOptional = true };

    private static string?[] Cells(string line) => [.. line.Split('|', StringSplitOptions.TrimEntries).Select(c => c.Length == 0 ? null : c)];
}
