using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Cli.Listing;

/// <summary>An objective as it is listed, before its key results.</summary>
internal static class ObjectiveEntries
{
    public static IEnumerable<Declared> Of(Listed at, ObjectiveDeclaration o)
    {
        var symbol = at.Module.Objectives.FirstOrDefault(s => string.Equals(s.Name, o.Name.Text, StringComparison.Ordinal));
        yield return at.Entry("objective", o, o.Name.Text, o.Label) with { Owner = symbol?.Owner };
        foreach (var k in o.Members.OfType<KeyResultSyntax>())
            yield return KeyResult(at, k, o.Name.Text, symbol);
    }

    /// <summary>A key result has the unit and direction of its metric, and the objective's owner unless it names one.</summary>
    private static Declared KeyResult(Listed at, KeyResultSyntax k, string objective, ObjectiveSymbol? symbol)
    {
        var bound = symbol?.KeyResults.FirstOrDefault(s => string.Equals(s.Name, k.Name.Text, StringComparison.Ordinal));
        var metric = bound?.Metric;
        return new Declared(at.Module.Name, "key_result", $"{objective}.{k.Name.Text}", k.Label?.Value, Formula(at, k), at.File, at.Line(k.Span))
        {
            Within = objective,
            Description = k.Description,
            Unit = metric?.Unit.ToString(),
            Better = Better(bound),
            Owner = bound?.Owner ?? symbol?.Owner,
        };
    }

    /// <summary>What the target asks for, where the metric does not say what is better.</summary>
    private static string? Better(KeyResultSymbol? keyResult) => (keyResult?.Target, keyResult?.Metric?.Better) switch
    {
        (_, Direction.Higher) or (ChangeBy { IsIncrease: true } or AtLeast or Reach or Done, _) => "higher",
        (_, Direction.Lower) or (ChangeBy or AtMost, _) => "lower",
        (FromTo target, _) => target.To > target.From ? "higher" : "lower",
        _ => null,
    };

    private static string Formula(Listed at, KeyResultSyntax k) => k.Target is NeedsTarget
        ? string.Join("; ", k.Members.OfType<NeedSyntax>().Select(n => at.Written(n.Span)))
        : at.Written(k.Value.Span.To(k.Target.Span));
}
