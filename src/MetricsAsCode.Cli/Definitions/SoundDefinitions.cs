using MetricsAsCode.Cli.Verbs;
using MetricsAsCode.Engines.Loading;

namespace MetricsAsCode.Cli.Definitions;

/// <summary>Loads definitions for verbs that can do nothing with mistaken ones.</summary>
internal static class SoundDefinitions
{
    /// <exception cref="ToolException">There are mistakes; they are printed already.</exception>
    public static Workspace LoadSound(this ToolContext tool, string? path)
    {
        var workspace = Workspace.Load(tool.PathOrDefault(path), tool.CurrentDirectory);
        if (!workspace.HasErrors)
            return workspace;
        DefinitionsReport.Print(workspace, tool.Console);
        throw new ToolException(ExitCode.Findings, "the definitions have mistakes, so nothing was computed. Mend them first.");
    }
}
