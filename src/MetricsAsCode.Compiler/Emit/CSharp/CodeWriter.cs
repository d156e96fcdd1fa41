using System.Text;

namespace MetricsAsCode.Compiler.Emit.CSharp;

/// <summary>Writes indented C#. Lines end with LF; an empty line is written only between two others of a block.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder text = new();
    private int depth;
    private bool gap;

    /// <summary>Writes lines as they stand, each indented to where the writer is.</summary>
    public CodeWriter Lines(string lines)
    {
        foreach (string line in lines.Split('\n'))
            Line(line);
        return this;
    }

    public CodeWriter Line(string line)
    {
        if (line.Length == 0)
            return Gap();
        if (gap)
            text.Append('\n');
        gap = false;
        text.Append(' ', depth * 4).Append(line).Append('\n');
        return this;
    }

    /// <summary>An empty line, unless nothing follows it in the block.</summary>
    public CodeWriter Gap()
    {
        gap = true;
        return this;
    }

    public CodeWriter Open(string head = "")
    {
        if (head.Length > 0)
            Line(head);
        Line("{");
        depth++;
        return this;
    }

    public CodeWriter Close(string behind = "")
    {
        depth--;
        gap = false;
        return Line("}" + behind).Gap();
    }

    public CodeWriter Indented(IEnumerable<string> lines)
    {
        depth++;
        foreach (string line in lines)
            Line(line);
        depth--;
        return this;
    }

    public override string ToString() => text.ToString();
}
