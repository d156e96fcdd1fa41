using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Fingerprints;

/// <summary>What is shown: journeys and scorecards. Which metrics they show is theirs, what those are is not.</summary>
internal static class ReportForms
{
    public static DeclarationForm Of(Declared at, JourneyDeclaration declaration)
    {
        var journey = at.Module.Journey!;
        var aspects = new List<Aspect> { Aspect.Of("stages", AspectKind.Meaning, string.Join(", ", journey.Stages.Select(s => s.Name))) };
        foreach (var stage in journey.Stages)
        {
            aspects.Add(Declared.ListOf($"metrics of {stage.Name}", AspectKind.Meaning, stage.Metrics.Select(at.Reference)));
            aspects.Add(Aspect.Of($"steps of {stage.Name}", AspectKind.Metadata, string.Join("; ", stage.Does)));
            aspects.Add(Aspect.Of($"label of {stage.Name}", AspectKind.Metadata, stage.Label));
            aspects.Add(Aspect.Of($"description of {stage.Name}", AspectKind.Metadata, stage.Description));
        }

        aspects.AddRange(Declared.Labels(declaration.Label, declaration.Description));
        return at.Form(DeclarationKind.Journey, "journey", declaration.Name, aspects) with { Label = journey.Label };
    }

    public static DeclarationForm Of(Declared at, ScorecardDeclaration declaration, Func<string, string, string?>? contentOf)
    {
        var scorecard = at.Module.Scorecards.First(s => s.Name == declaration.Name.Text);
        var aspects = new List<Aspect>
        {
            Aspect.Of("for", AspectKind.Meaning, at.Text(declaration.For)),
            Aspect.Of("trend", AspectKind.Meaning, scorecard.Trend is { } trend ? FormattableString.Invariant($"{trend.Count} {trend.Grain.ToString().ToLowerInvariant()}{(trend.Count == 1 ? "" : "s")}") : null),
            Declared.ListOf("shows", AspectKind.Meaning, declaration.Members.Where(m => m is ShowSection or ShowMetric).Select(m => Shown(at, m))),
            Aspect.Of("template", AspectKind.Meaning, scorecard.Template),
        };
        if (scorecard.Template is { } file && contentOf?.Invoke(scorecard.Location.Text.Path, file) is { } content)
        {
            aspects.Add(new Aspect("template's text", AspectKind.Meaning, Digest.Of("template", content.Replace("\r\n", "\n")), $"{content.Split('\n').Length} lines"));
        }

        aspects.AddRange(Declared.Labels(declaration.Label, declaration.Description));
        return at.Form(DeclarationKind.Scorecard, scorecard.Name, declaration.Name, aspects) with { Scorecard = scorecard, Label = scorecard.Label };
    }

    private static WrittenForm Shown(Declared at, ScorecardMember member)
    {
        string text = at.Text(member);
        text = text.StartsWith("show ", StringComparison.Ordinal) ? text.Substring("show ".Length) : text;
        if (member is not ShowMetric show)
        {
            return WrittenForm.Leaf(text);
        }

        var names = at.Written(null);
        WrittenForm[] parts = [names.Path(show.Metric), show.By is { } by ? names.Path(by) : WrittenForm.Leaf(""), WrittenForm.Leaf($"{show.Top}")];
        return new WrittenForm("show", parts, text);
    }
}
