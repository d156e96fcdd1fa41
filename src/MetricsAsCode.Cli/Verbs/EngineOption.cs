using System.CommandLine;
using MetricsAsCode.Engines;

namespace MetricsAsCode.Cli.Verbs;

/// <summary><c>--engine</c>, for those who compare: not in the help.</summary>
internal sealed class EngineOption
{
    public EngineOption() => Option.Hidden = true;

    public Option<string> Option { get; } = CommonOptions.Choice("--engine", "What computes.", "compiled", "reference");

    public EngineKind Of(ParseResult parsed) => parsed.GetValue(Option) == "reference" ? EngineKind.Reference : EngineKind.Compiled;
}
