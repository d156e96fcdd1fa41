using System.Collections.Immutable;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Text;
using MetricsAsCode.Scorecards.Model;

namespace MetricsAsCode.Scorecards.Markdown;

/// <summary>Turns a scorecard into text. The seam behind which the template engine stands.</summary>
public interface IScorecardTemplate
{
    /// <summary>The metrics that the template asks for by name, whether the scorecard shows them or not.</summary>
    ImmutableArray<string> Metrics { get; }

    /// <summary>All mistakes of the template, each at its place.</summary>
    /// <param name="module">Whose metrics it may name; null when they are not known, so that no name of a metric is a mistake.</param>
    EquatableArray<Diagnostic> Check(ModuleSymbol? module);

    /// <summary>The scorecard as Markdown.</summary>
    /// <exception cref="ScorecardTemplateException">The template has mistakes, or what it writes is beyond all bounds.</exception>
    string Render(ScorecardModel model);
}
