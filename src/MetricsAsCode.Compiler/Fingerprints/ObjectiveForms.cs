using MetricsAsCode.Compiler.Binding.Model.Printing;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Fingerprints;

/// <summary>What an objective says, and each of its key results.</summary>
internal static class ObjectiveForms
{
    public static IEnumerable<DeclarationForm> Of(Declared at, ObjectiveDeclaration declaration)
    {
        var objective = at.Module.Objectives.First(o => o.Name == declaration.Name.Text);
        Aspect[] own =
        [
            Aspect.Of("during", AspectKind.Value, Period(at, declaration.During)),
            Declared.ListOf("key results", AspectKind.Meaning, objective.KeyResults.Select(k => WrittenForm.Reference($"key result {at.Module.Name}.{k.Id}", k.Name))),
            Aspect.Of("owner", AspectKind.Metadata, objective.Owner),
            Aspect.Of("initiatives", AspectKind.Metadata, string.Join("; ", objective.Initiatives.Select(i => $"{i.Label}{(i.KeyResults.IsEmpty ? "" : $" for {string.Join(", ", i.KeyResults)}")}"))),
            .. Declared.Labels(declaration.Label, declaration.Description),
        ];
        yield return at.Form(DeclarationKind.Objective, objective.Name, declaration.Name, own) with { Objective = objective, Label = objective.Label };
        foreach (var syntax in declaration.Members.OfType<KeyResultSyntax>())
        {
            yield return Of(at, objective, objective.KeyResults.First(k => k.Name == syntax.Name.Text), syntax, declaration);
        }
    }

    private static DeclarationForm Of(Declared at, ObjectiveSymbol objective, KeyResultSymbol keyResult, KeyResultSyntax syntax, ObjectiveDeclaration declaration)
    {
        var aspects = new List<Aspect>
        {
            Aspect.Of("weight", AspectKind.Meaning, NumberText.Of(keyResult.Weight)),
            // The score is that of the objective's period, the status that of the product's thresholds.
            new("during", AspectKind.Value, Period(at, declaration.During) ?? "", "") { IsDerived = true },
            new("thresholds", AspectKind.Value, $"{NumberText.Of(at.Module.Product.OnTrackFrom)} {NumberText.Of(at.Module.Product.AtRiskFrom)}", "") { IsDerived = true },
            Declared.ListOf("metrics", AspectKind.Meaning, keyResult.Supporting.Select(at.Reference)),
            Aspect.Of("owner", AspectKind.Metadata, keyResult.Owner),
            Aspect.Of("strategies", AspectKind.Metadata, string.Join("; ", keyResult.Strategies)),
        };
        aspects.AddRange(Declared.Labels(syntax.Label, syntax.Description));
        if (keyResult.Metric is not null)
        {
            aspects.AddRange(Measured(at, keyResult, syntax.Value, syntax.Target, ""));
        }

        var needs = syntax.Members.OfType<NeedSyntax>().ToArray();
        for (int i = 0; i < keyResult.Needs.Length; i++)
        {
            aspects.AddRange(Measured(at, keyResult.Needs[i], needs[i].Value, needs[i].Target, FormattableString.Invariant($" of need {i + 1}")));
        }

        var form = at.Form(DeclarationKind.KeyResult, keyResult.Id, syntax.Name, aspects);
        return form with { KeyResult = keyResult, Objective = objective, Within = objective.Name, Label = keyResult.Label };
    }

    private static IEnumerable<Aspect> Measured(Declared at, KeyResultSymbol keyResult, ExpressionSyntax value, TargetSyntax target, string which)
    {
        var metric = keyResult.Metric!;
        var written = at.Written(null).Of(value);
        foreach (var aspect in MetricForms.Values(at, metric, written))
        {
            yield return aspect with { Name = aspect.Name + which };
        }

        if (!metric.IsAnonymous)
        {
            yield return new Aspect($"every{which}", AspectKind.Value, metric.Every is { } grain ? GrainText.Of(grain) : "", "") { IsDerived = true };
        }

        yield return new Aspect($"target{which}", AspectKind.Value, Aim(keyResult.Target), at.Text(target));
    }

    /// <summary>A target with its amounts as numbers: <c>20%</c> is <c>0.2</c>.</summary>
    private static string Aim(Target target) => target switch
    {
        FromTo t => $"from {NumberText.Of(t.From)} to {NumberText.Of(t.To)}",
        ChangeBy t => $"{(t.IsIncrease ? "increase" : "decrease")} {(t.IsAbsolute ? "absolute" : "relative")} {NumberText.Of(t.By)} {(t.Versus is { } period ? Named(period) : "")}",
        AtLeast t => $"at least {NumberText.Of(t.Level)}",
        AtMost t => $"at most {NumberText.Of(t.Level)}",
        Between t => $"between {NumberText.Of(t.Low)} and {NumberText.Of(t.High)}",
        Reach t => $"reach {NumberText.Of(t.Level)}",
        _ => target.GetType().Name,
    };

    internal static string? Period(Declared at, PeriodSyntax? period) => period is null ? null : at.Text(period);

    private static string Named(PeriodSyntax period) => period switch
    {
        UnitPeriod unit => unit.Written,
        RangePeriod range => $"{range.First.Written}..{range.Last.Written}",
        RelativePeriod relative => FormattableString.Invariant($"{relative.Grain} {relative.Offset}"),
        _ => throw Unexpected.Node(period),
    };
}
