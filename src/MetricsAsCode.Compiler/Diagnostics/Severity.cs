namespace MetricsAsCode.Compiler.Diagnostics;

public enum Severity
{
    Warning,
    Error,
}
