using MetricsAsCode.Compiler.Diagnostics;

namespace MetricsAsCode.Cli.Findings;

/// <summary>A kind of finding.</summary>
/// <param name="Id">Stable, e.g. <c>MAC2001</c>.</param>
/// <param name="IsError">Whether it fails a check; otherwise it warns.</param>
/// <param name="Title">The fact in a few words.</param>
/// <param name="Wrong">A short example that brings it up; empty where none is needed.</param>
/// <param name="Right">The same, mended.</param>
internal sealed record Rule(string Id, bool IsError, string Title, string Wrong = "", string Right = "")
{
    public static Rule UnreadableFile { get; } = new("unreadable-file", IsError: true, "A file that cannot be read as text");

    public static Rule FailedTest { get; } = new("failed-test", IsError: true, "A test that found something else than it expects");

    public static Rule Of(DiagnosticDescriptor descriptor) =>
        new(descriptor.Id, descriptor.Severity == Severity.Error, descriptor.Title, descriptor.Wrong, descriptor.Right);
}
