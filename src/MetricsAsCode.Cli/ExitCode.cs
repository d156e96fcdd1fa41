namespace MetricsAsCode.Cli;

/// <summary>What the tool's exit codes mean. They are documented and never change.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>Mistakes in definitions, failed tests, stale files.</summary>
    public const int Findings = 1;

    /// <summary>The command line does not say what to do, or names what does not exist.</summary>
    public const int Usage = 2;

    /// <summary>Data that cannot be read or break their contract.</summary>
    public const int Data = 3;

    /// <summary>A mistake of the tool itself.</summary>
    public const int Internal = 70;

    /// <summary>Ctrl-C.</summary>
    public const int Stopped = 130;
}
