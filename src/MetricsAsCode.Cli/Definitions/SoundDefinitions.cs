using MetricsAsCode.Cli.Verbs;
using MetricsAsCode.Engines.Loading;

namespace MetricsAsCode.Cli.Definitions;

/// <summary>Loads definitions for verbs that can do nothing with mistaken ones.</summary>
internal static class SoundDefinitions
{
    /// <exception cref="ToolException">There are mistakes; they are printed already.</exception>
    public static Workspace LoadSound(this ToolContext tool, string? path) => Sound(tool, Workspace.Load(tool.PathOrDefault(path), tool.CurrentDirectory));

    /// <summary>The same for verbs that write scorecards: their templates must be right too.</summary>
    /// <exception cref="ToolException">There are mistakes; they are printed already.</exception>
    public static Workspace LoadSoundWithTemplates(this ToolContext tool, string? path) =>
        Sound(tool, Workspace.Load(tool.PathOrDefault(path), tool.CurrentDirectory).WithTemplates(tool));

    private static Workspace Sound(ToolContext tool, Workspace workspace)
    {
        if (!workspace.HasErrors)
            return workspace;
        DefinitionsReport.Print(workspace, tool.Console);
        throw new ToolException(ExitCode.Findings, "the definitions have mistakes, so nothing was computed. Mend them first.");
    }
}
