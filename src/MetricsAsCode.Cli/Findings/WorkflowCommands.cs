using System.Globalization;
using System.Text;

namespace MetricsAsCode.Cli.Findings;

// 1. A command is one line, `::error file=…,line=…::message`: line ends and `%` are written as %0A, %0D and %25.
// 2. In a property `:` and `,` would end it: they are %3A and %2C.
// 3. So whatever stands in a message, a label or a file's name is text: it begins no command of its own.

/// <summary>Findings as commands of GitHub's workflows: annotations on the lines of a pull request.</summary>
internal static class WorkflowCommands
{
    public static string Of(IReadOnlyList<Finding> findings)
    {
        var commands = new StringBuilder();
        foreach (var finding in findings)
            Write(commands, finding);
        return commands.ToString();
    }

    private static void Write(StringBuilder commands, Finding finding)
    {
        var culture = CultureInfo.InvariantCulture;
        commands.Append(finding.Rule.IsError ? "::error" : "::warning").Append(" file=").Append(Property(finding.Path));
        if (!finding.IsOfWholeFile)
        {
            commands.Append(culture, $",line={finding.Start.Line},endLine={finding.End.Line},col={finding.Start.Column}");
            // A column to end at is understood within one line only.
            if (finding.Start.Line == finding.End.Line)
                commands.Append(culture, $",endColumn={finding.End.Column}");
        }

        commands.Append(",title=").Append(Property($"{finding.Rule.Id} {finding.Rule.Title}")).Append("::").Append(Message(finding.Message)).Append('\n');
    }

    private static string Message(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string Property(string text) => Message(text).Replace(":", "%3A").Replace(",", "%2C");
}
