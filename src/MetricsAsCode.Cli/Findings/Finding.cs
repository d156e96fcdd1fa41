using MetricsAsCode.Compiler.Text;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Engines.Testing;

namespace MetricsAsCode.Cli.Findings;

/// <summary>Something to be said at a place of a file, by whichever format a reader understands.</summary>
/// <param name="Rule">What kind of finding it is.</param>
/// <param name="Path">Relative to the current folder, with <c>/</c>.</param>
/// <param name="Start">From 1; line 0 when the whole file is meant.</param>
/// <param name="End">Just behind the last character.</param>
/// <param name="Message">The fact, then the remedy; may have several lines.</param>
internal sealed record Finding(Rule Rule, string Path, LinePosition Start, LinePosition End, string Message)
{
    /// <summary>Whether the whole file is meant.</summary>
    public bool IsOfWholeFile => Start.Line == 0;

    /// <summary>What is wrong with definitions, by file and place.</summary>
    public static IReadOnlyList<Finding> Of(Workspace workspace) =>
    [
        .. workspace.Unreadable.Select(p => new Finding(Rule.UnreadableFile, p.Path, new(p.Line, p.Column), new(p.Line, p.Column), p.Message)),
        .. workspace.Diagnostics.Select(d => new Finding(Rule.Of(d.Descriptor), d.Location.Text.Path, d.Location.Start, d.Location.End, d.Message)),
    ];

    /// <summary>What tests did not find as they expected it.</summary>
    public static IReadOnlyList<Finding> Of(IEnumerable<TestOutcome> outcomes) =>
    [
        .. outcomes.SelectMany(o => o.Failures.Select(f => new Finding(Rule.FailedTest, f.Location.Text.Path, f.Location.Start, f.Location.End, $"\"{o.Test.Label}\": {f.Message}"))),
    ];
}
