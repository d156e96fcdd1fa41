using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Engines.Mutation;

/// <summary>Every change to the declarations of a file that a test should notice, in order of place.</summary>
public static class Mutations
{
    private static readonly Dictionary<string, string> Displays = new(StringComparer.Ordinal)
    {
        ["percent"] = "number",
        ["ratio"] = "number",
        ["points"] = "number",
        ["per"] = "number",
        ["number"] = "percent",
        ["count"] = "percent",
        ["score"] = "percent",
    };

    public static IEnumerable<Mutation> Of(SyntaxTree tree) => tree.Declarations.SelectMany(d => Of(tree, d)).OrderBy(m => m.Span.Start);

    private static IEnumerable<Mutation> Of(SyntaxTree tree, DeclarationSyntax declaration)
    {
        string name = declaration.Name.Text;
        var formula = new FormulaMutations(tree, name);
        return declaration switch
        {
            LetDeclaration let => formula.In(let.Value),
            DefineDeclaration define => formula.In(define.Body),
            SegmentDeclaration segment => formula.In(segment.Value),
            MetricDeclaration metric => OfMetric(tree, metric),
            FunnelDeclaration funnel => OfFunnel(tree, funnel),
            CohortDeclaration cohort => formula.In(cohort.Returning),
            ObjectiveDeclaration objective => objective.Members.OfType<KeyResultSyntax>().SelectMany(k => OfKeyResult(tree, objective, k)),
            _ => [],
        };
    }

    private static IEnumerable<Mutation> OfMetric(SyntaxTree tree, MetricDeclaration metric)
    {
        string name = metric.Name.Text;
        if (metric.Display is { } display && Displays.TryGetValue(display.Word.Text, out string? other))
            yield return new Mutation(tree, name, display.Span, other, MutationOperator.OtherUnit);
        if (metric.Every is { } every)
            yield return new Mutation(tree, name, every.Span, every.Grain == Grain.Month ? "week" : "month", MutationOperator.OtherWindow);
        foreach (var part in metric.Parts)
        {
            foreach (var mutation in new FormulaMutations(tree, $"{name}.{part.Name.Text}").In(part.Value))
                yield return mutation;
        }

        if (!metric.HasParts)
        {
            foreach (var mutation in new FormulaMutations(tree, name).In(metric.Value))
                yield return mutation;
        }
    }

    private static IEnumerable<Mutation> OfFunnel(SyntaxTree tree, FunnelDeclaration funnel)
    {
        string name = funnel.Name.Text;
        if (funnel.Within is { } within)
        {
            foreach (var mutation in new FormulaMutations(tree, name).In(within))
                yield return mutation;
        }

        foreach (var step in funnel.Steps)
        {
            foreach (var mutation in new FormulaMutations(tree, $"{name}.{step.Name.Text}").In(step.Rows))
                yield return mutation;
        }

        // The names stay where they are, so that what refers to them finds other rows behind them.
        for (int i = 0; i + 1 < funnel.Steps.Length; i++)
        {
            var (first, second) = (funnel.Steps[i].Rows.Span, funnel.Steps[i + 1].Rows.Span);
            string between = tree.Text.Slice(TextSpan.FromBounds(first.End, second.Start));
            yield return new Mutation(tree, name, first.To(second), tree.Text.Slice(second) + between + tree.Text.Slice(first), MutationOperator.OtherList);
        }
    }

    private static IEnumerable<Mutation> OfKeyResult(SyntaxTree tree, ObjectiveDeclaration objective, KeyResultSyntax keyResult)
    {
        string name = $"{objective.Name.Text}.{keyResult.Name.Text}";
        var formula = new FormulaMutations(tree, name);
        var own = keyResult.Value is ErrorExpression ? [] : formula.In(keyResult.Value).Concat(OfTarget(tree, name, keyResult.Target));
        return own.Concat(keyResult.Members.OfType<NeedSyntax>().SelectMany(n => formula.In(n.Value).Concat(OfTarget(tree, name, n.Target))));
    }

    private static IEnumerable<Mutation> OfTarget(SyntaxTree tree, string name, TargetSyntax target)
    {
        string Text(SyntaxNode node) => tree.Text.Slice(node.Span);
        Mutation Instead(string replacement) => new(tree, name, target.Span, replacement, MutationOperator.OtherTarget);
        var formula = new FormulaMutations(tree, name);
        switch (target)
        {
            case FromToTarget t:
                return formula.In(t.From).Concat(formula.In(t.To)).Append(Instead($"from {Text(t.To)} to {Text(t.From)}"));
            case ChangeTarget t:
                string written = Text(t);
                return formula.In(t.By).Append(Instead(t.IsIncrease ? "decrease" + written["increase".Length..] : "increase" + written["decrease".Length..]));
            case LevelTarget t:
                return formula.In(t.Level).Append(Instead(t.Form == LevelForm.AtMost ? $"at least {Text(t.Level)}" : $"at most {Text(t.Level)}"));
            case BetweenTarget t:
                return formula.In(t.Low).Concat(formula.In(t.High)).Append(Instead($"at least {Text(t.Low)}"));
            default:
                return [];
        }
    }
}
