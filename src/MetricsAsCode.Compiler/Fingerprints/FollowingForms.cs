using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Binding.Model.Printing;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Fingerprints;

/// <summary>What follows entities over time: funnels and cohorts, each before the metrics that it has.</summary>
internal static class FollowingForms
{
    public static IEnumerable<DeclarationForm> Of(Declared at, FunnelDeclaration declaration)
    {
        var funnel = at.Module.Funnels.First(f => f.Name == declaration.Name.Text);
        string key = $"{at.Module.Name}.{funnel.Name}";
        var forms = at.Written(key);
        var steps = ChainOf(funnel);
        string chain = CanonicalRows.Chain(steps);
        at.Meanings.Declare(key, () => chain);
        var own = new List<Aspect>
        {
            new("by", AspectKind.Value, CanonicalSources.Column(funnel.Entity), declaration.By!.Text),
            Aspect.Of("within", AspectKind.Value, NumberText.Duration(funnel.Within)),
            Aspect.Of("steps", AspectKind.Value, string.Join(", ", funnel.Steps.Select(s => s.Name))),
        };
        own.AddRange(declaration.Steps.Select((s, i) => new Aspect($"step {s.Name.Text}", AspectKind.Value, CanonicalRows.Step(steps.Steps[i]), at.Text(s.Rows)) { Written = forms.Of(s.Rows) }));
        own.AddRange(declaration.Steps.Select(s => Aspect.Of($"label of {s.Name.Text}", AspectKind.Metadata, s.Label?.Value)));
        own.AddRange(Declared.Labels(declaration.Label, declaration.Description));
        yield return at.Form(DeclarationKind.Funnel, funnel.Name, declaration.Name, own) with { Label = funnel.Label };
        foreach (var member in funnel.Members)
        {
            yield return MetricForms.Member(at, member, declaration.Name, funnel.Name);
        }
    }

    public static IEnumerable<DeclarationForm> Of(Declared at, CohortDeclaration declaration)
    {
        var cohort = at.Module.Cohorts.First(c => c.Name == declaration.Name.Text);
        string key = $"{at.Module.Name}.{cohort.Name}";
        string returns = CanonicalRows.Returns(cohort.Returns);
        at.Meanings.Declare(key, () => returns);
        var written = new WrittenForm(
            "cohort",
            [at.Written(key).Path(declaration.By!), WrittenForm.Leaf(declaration.Starting!.Text), at.Written(key).Of(declaration.Returning)],
            $"{declaration.By!.Text} starting {declaration.Starting!.Text} returning in {at.Text(declaration.Returning)}");
        var meaning = new Aspect("meaning", AspectKind.Value, returns, written.Text) { Written = written };
        var form = at.Form(DeclarationKind.Cohort, cohort.Name, declaration.Name, [meaning, .. Declared.Labels(declaration.Label, declaration.Description)]);
        yield return form with { Label = cohort.Label };
        yield return MetricForms.Member(at, cohort.Size, declaration.Name, cohort.Name);
    }

    /// <summary>Every member holds the chain.</summary>
    private static FunnelChain ChainOf(FunnelSymbol funnel) => funnel.Entered.Body is LeftOutMeasure { Operand: AggregateMeasure { Rows: var rows } }
        ? rows.Conditions.OfType<RowChain>().First().Chain
        : throw Unexpected.Node(funnel.Entered.Body);
}
