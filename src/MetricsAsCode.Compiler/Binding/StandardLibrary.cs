using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding;

/// <summary>The module <c>std</c>, written in the language and shipped inside the compiler.</summary>
public static class StandardLibrary
{
    private static readonly Lazy<SyntaxTree> Parsed = new(() => Parser.Parse(new SourceText("std.metrics", Read())));

    public static SyntaxTree Tree => Parsed.Value;

    private static string Read()
    {
        using var stream = typeof(StandardLibrary).Assembly.GetManifestResourceStream("std.metrics")
            ?? throw new InvalidOperationException("The standard library is not embedded in the compiler.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
