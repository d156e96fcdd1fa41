using System.Reflection;
using System.Text;
using MetricsAsCode.Compiler.Diagnostics;

namespace MetricsAsCode.Tests.Docs;

/// <summary>The page that lists every finding, written from the catalogues.</summary>
internal static class DiagnosticsPage
{
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
    [
        .. typeof(DiagnosticDescriptor).Assembly.GetTypes()
            .Where(t => t.Namespace == typeof(DiagnosticDescriptor).Namespace)
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(f => f.FieldType == typeof(DiagnosticDescriptor))
            .Select(f => (DiagnosticDescriptor)f.GetValue(null)!)
            .OrderBy(d => d.Id, StringComparer.Ordinal),
    ];

    private static readonly (string Digit, string Title)[] Areas =
    [
        ("1", "Text and grammar"), ("2", "Names"), ("3", "Types and units"), ("4", "Objectives"), ("5", "Tests and scorecards"),
        ("6", "Other rows, funnels and cohorts"), ("7", "Tables of a database"), ("8", "Templates of scorecards"),
    ];

    public static string Write()
    {
        var page = new StringBuilder("# Findings\n\nEvery finding of the compiler, written from its catalogues. An error stops the build, a warning does not.\n");
        foreach (var (digit, title) in Areas)
        {
            page.Append($"\n## {title}\n");
            foreach (var descriptor in Descriptors.Where(d => d.Id[3..4] == digit))
            {
                page.Append($"\n### {descriptor.Id} {descriptor.Title}\n\n{descriptor.Severity}.\n");
                Block(page, "wrong", descriptor.Wrong);
                Block(page, "right", descriptor.Right);
            }
        }

        return page.ToString();
    }

    private static void Block(StringBuilder page, string which, string text)
    {
        if (text.Length > 0)
        {
            page.Append($"\n```text\n{text}\n```\n".Replace("```text\n", $"```text\n// {which}\n", StringComparison.Ordinal));
        }
    }
}
