namespace MetricsAsCode.Compiler.Emit.CSharp;

/// <summary>XML documentation comments out of foreign text.</summary>
internal static class XmlDocumentation
{
    public static CodeWriter Summary(this CodeWriter writer, params string?[] paragraphs) => writer.Element("summary", paragraphs);

    public static CodeWriter Remarks(this CodeWriter writer, params string?[] paragraphs) => writer.Element("remarks", paragraphs);

    private static CodeWriter Element(this CodeWriter writer, string name, string?[] paragraphs)
    {
        var lines = paragraphs.OfType<string>().SelectMany(CSharpText.Xml).ToArray();
        if (lines.Length == 1)
            return writer.Line($"/// <{name}>{lines[0]}</{name}>");
        if (lines.Length == 0)
            return writer;
        writer.Line($"/// <{name}>");
        foreach (string line in lines)
            writer.Line($"/// {line}");
        return writer.Line($"/// </{name}>");
    }
}
