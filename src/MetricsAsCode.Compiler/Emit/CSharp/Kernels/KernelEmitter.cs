using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;

namespace MetricsAsCode.Compiler.Emit.CSharp.Kernels;

/// <summary>Writes the loops of a module: one method for each filter and each value of a row.</summary>
internal sealed class KernelEmitter
{
    private const string Loop = "for (int row = rows.From, index = 0; row < rows.To; row++, index++)";
    private readonly CodeWriter writer = new();
    private readonly NameScope names = new(RuntimeNames.ObjectMembers.Concat(RuntimeNames.Types));

    public void Write(CodeWriter file)
    {
        file.Line("// The loops over rows: spans in, bits or values out.");
        file.Open("file static class Kernels").Lines(writer.ToString().TrimEnd('\n')).Close();
    }

    /// <summary>The set tests of a condition or value, in the order in which its kernel asks for them by index.</summary>
    public static IReadOnlyList<PlanSetTest> TestsOf(RowExpression expression) => [.. PlanRowParts.Tests(expression).Distinct()];

    /// <summary>The index by which a kernel asks for a test.</summary>
    public static int IndexOf(IReadOnlyList<PlanSetTest> tests, PlanSetTest test)
    {
        for (int i = 0; i < tests.Count; i++)
        {
            if (tests[i] == test)
                return i;
        }

        throw Unexpected.Node(test);
    }

    /// <summary>Writes a filter's method and returns its name.</summary>
    public string Filter(string name, string comment, RowExpression condition)
    {
        name = names.Claim(name);
        string head = $"public static void {name}(Block rows, Span<ulong> hits)";
        var masks = new KernelLocals();
        if (new MaskCompiler(masks, TestsOf(condition)).Of(condition) is { } mask)
        {
            Masks(comment, head, mask, masks);
            return name;
        }

        var locals = new KernelLocals();
        var code = new RowCompiler(locals, TestsOf(condition)).Visit(condition);
        Open(comment, head, locals);
        writer.Line($"if ({LogicCode.IsTrue(code)})").Indented(["Bits.Set(hits, index);"]);
        writer.Close().Close();
        return name;
    }

    private void Masks(string comment, string head, MaskCode mask, KernelLocals locals)
    {
        List<string> lines = [], others = [];
        Write(mask, "hits", 0);
        writer.Line($"// {CSharpText.Comment(comment)}").Open(head);
        foreach (string line in locals.BeforeLoop.Concat(others.Select(o => $"Span<ulong> {o} = stackalloc ulong[hits.Length];")).Concat(lines))
            writer.Line(line);
        writer.Close();

        // The right side of a pair is written beside and then combined with the left one; one local for each depth is enough.
        void Write(MaskCode code, string into, int depth)
        {
            if (code is MaskTest test)
            {
                lines.Add(test.Into(into));
                return;
            }

            var pair = (MaskPair)code;
            Write(pair.Left, into, depth);
            if (depth == others.Count)
                others.Add(locals.Fresh("others"));
            string other = others[depth];
            Write(pair.Right, other, depth + 1);
            lines.Add($"Masks.{(pair.IsOr ? "Or" : "And")}({into}, {other});");
        }
    }

    /// <summary>Writes a value's method and returns its name and what it yields.</summary>
    public (string Name, RowCode Code) Value(string name, string comment, RowExpression expression)
    {
        var locals = new KernelLocals();
        var code = new RowCompiler(locals, TestsOf(expression)).Visit(expression);
        name = names.Claim(name);
        if (code.Form == RowForm.Text)
            Texts(name, comment, code, locals);
        else
            Values(name, comment, code, locals);
        return (name, code);
    }

    private void Texts(string name, string comment, RowCode code, KernelLocals locals)
    {
        Open(comment, $"public static void {name}(Block rows, Span<string?> values)", locals);
        writer.Line($"values[index] = {code.Code};").Close().Close();
    }

    private void Values(string name, string comment, RowCode code, KernelLocals locals)
    {
        string type = code.Form switch { RowForm.Exact => "Int128", RowForm.Double => "double", RowForm.Bool => "bool", _ => "long" };
        // Stored decimals are handed on as exact numbers.
        type = code.Form == RowForm.Long && code.Scale > 0 ? "Int128" : type;
        if (!code.MayBeMissing)
            locals.BeforeLoop.Add("Bits.SetFirst(known, rows.To - rows.From);");
        Open(comment, $"public static void {name}(Block rows, Span<{type}> values, Span<ulong> known)", locals);
        if (code.MayBeMissing)
            writer.Open($"if ({code.Operand} is {{ }} value)").Line("values[index] = value;").Line("Bits.Set(known, index);").Close();
        else
            writer.Line($"values[index] = {code.Code};");
        writer.Close().Close();
    }

    private void Open(string comment, string head, KernelLocals locals)
    {
        writer.Line($"// {CSharpText.Comment(comment)}").Open(head);
        foreach (string line in locals.BeforeLoop)
            writer.Line(line);
        writer.Open(Loop);
        foreach (string line in locals.InLoop)
            writer.Line(line);
    }
}
