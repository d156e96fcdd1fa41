using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace MetricsAsCode.Generator;

/// <summary>A finding about a definition as plain values: what is cached between runs holds nothing of Roslyn.</summary>
internal sealed record Finding(
    string Id,
    bool IsError,
    string Title,
    string Message,
    string Path,
    int Start,
    int Length,
    int StartLine,
    int StartColumn,
    int EndLine,
    int EndColumn)
{
    private const string Category = "Metrics";

    public static Finding Of(Compiler.Diagnostics.Diagnostic diagnostic)
    {
        var (span, start, end) = (diagnostic.Location.Span, diagnostic.Location.Start, diagnostic.Location.End);
        return new Finding(
            diagnostic.Id,
            diagnostic.IsError,
            diagnostic.Descriptor.Title,
            diagnostic.Message,
            diagnostic.Location.Text.Path,
            span.Start,
            span.Length,
            start.Line,
            start.Column,
            end.Line,
            end.Column);
    }

    /// <summary>The finding at its place in the <c>.metrics</c> file. Roslyn counts lines and columns from 0.</summary>
    public Diagnostic ToDiagnostic()
    {
        var severity = IsError ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
        var place = new LinePositionSpan(new LinePosition(StartLine - 1, StartColumn - 1), new LinePosition(EndLine - 1, EndColumn - 1));
        return Diagnostic.Create(
            Id,
            Category,
            Message,
            severity,
            severity,
            isEnabledByDefault: true,
            warningLevel: IsError ? 0 : 1,
            title: Title,
            location: Location.Create(Path, new TextSpan(Start, Length), place));
    }
}
