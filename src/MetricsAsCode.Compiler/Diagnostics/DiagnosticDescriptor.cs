using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Diagnostics;

/// <summary>One kind of finding: a stable id that is never used again for another, and what the documentation says of it.</summary>
/// <param name="Id"><c>MAC</c> and four digits: 1 text and grammar, 2 names, 3 types and units, 4 objectives, 5 tests and scorecards, 6 other rows, funnels and cohorts, 7 tables of a database, 8 templates of scorecards.</param>
/// <param name="Title">The fact in a few words.</param>
/// <param name="Wrong">A short example that brings it up.</param>
/// <param name="Right">The same, mended.</param>
public sealed record DiagnosticDescriptor(string Id, Severity Severity, string Title, string Wrong, string Right)
{
    public Diagnostic At(Location location, string message) => new(this, location, message);
}
