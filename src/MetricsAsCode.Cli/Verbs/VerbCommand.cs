using System.CommandLine;

namespace MetricsAsCode.Cli.Verbs;

/// <summary>A verb, with the examples that its help ends with.</summary>
internal sealed class VerbCommand(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples { get; } = examples;
}
