using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Diagnostics;

/// <summary>One finding at one place. The message is the fact, then the remedy.</summary>
public sealed record Diagnostic(DiagnosticDescriptor Descriptor, Location Location, string Message)
{
    public string Id => Descriptor.Id;

    public Severity Severity => Descriptor.Severity;

    public bool IsError => Severity == Severity.Error;

    /// <summary><c>file(line,col): error MAC2001: message</c>, the form that build tools and editors recognise.</summary>
    public override string ToString()
    {
        var start = Location.Start;
        string severity = IsError ? "error" : "warning";
        return FormattableString.Invariant($"{Location.Text.Path}({start.Line},{start.Column}): {severity} {Id}: {Message}");
    }
}
