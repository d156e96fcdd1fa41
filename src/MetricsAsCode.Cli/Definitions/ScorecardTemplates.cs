using System.Text;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Text;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Scorecards.Markdown;

namespace MetricsAsCode.Cli.Definitions;

// 1. A template's path is relative to the file of its scorecard, and leads nowhere outside of that folder and the current one.
// 2. A file that cannot be read as text is a finding where it is named; what is wrong inside is a finding in the file itself.
// 3. While definitions have mistakes, metrics may be missing only because of them: then no name of a metric is one.

/// <summary>The templates that scorecards name.</summary>
internal static class ScorecardTemplates
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The same with the mistakes of all templates.</summary>
    public static Workspace WithTemplates(this Workspace workspace, ToolContext tool) =>
        workspace.With(workspace.Modules.SelectMany(m => m.Scorecards.SelectMany(s => Read(tool, s, workspace.HasErrors ? null : m).Findings)));

    /// <summary>A scorecard's template, null when it names none or when that cannot be read; and what is wrong with it.</summary>
    public static (HandlebarsTemplate? Template, IEnumerable<Diagnostic> Findings) Read(ToolContext tool, ScorecardSymbol scorecard, ModuleSymbol? module)
    {
        if (scorecard is not { Template: { } file, TemplateLocation: { } at })
            return (null, []);
        string folder = Path.GetDirectoryName(tool.Full(scorecard.Location.Text.Path))!;
        try
        {
            string full = Path.GetFullPath(file, folder);
            if (!new DataRoots(tool.CurrentDirectory, folder).Hold(full))
                return (null, [TemplateErrors.CannotRead(at, file, "lies outside the definitions' folder and the current one", "Put it beside the definitions")]);
            var template = HandlebarsTemplate.Read(new SourceText(tool.Shown(full), TextOf(full)));
            return (template, template.Check(module));
        }
        catch (DecoderFallbackException)
        {
            return (null, [TemplateErrors.CannotRead(at, file, "is not UTF-8", "Save it as UTF-8")]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (null, [TemplateErrors.CannotRead(at, file, "cannot be read", "Its path is relative to this file")]);
        }
    }

    /// <summary>No more than a template may have, so that a file of gigabytes is not read for nothing.</summary>
    private static string TextOf(string full)
    {
        using var stream = File.OpenRead(full);
        using var reader = new StreamReader(stream, Strict);
        char[] buffer = new char[HandlebarsTemplate.LongestTemplate + 1];
        return new string(buffer, 0, reader.ReadBlock(buffer));
    }
}
