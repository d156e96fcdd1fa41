namespace MetricsAsCode.Engines.Loading;

/// <summary>A definition file that cannot be read as text.</summary>
/// <param name="Path">The file, relative to the workspace's base.</param>
/// <param name="Line">From 1; 0 when the whole file is meant.</param>
/// <param name="Column">From 1; 0 when the whole file is meant.</param>
/// <param name="Message">The fact, then the remedy.</param>
public sealed record FileProblem(string Path, int Line, int Column, string Message)
{
    public override string ToString() => Line == 0
        ? $"{Path}: error: {Message}"
        : FormattableString.Invariant($"{Path}({Line},{Column}): error: {Message}");
}
