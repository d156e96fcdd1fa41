using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>Whether the baselines of objectives that take a scorecard's period end before it.</summary>
internal static class ScorecardBaselines
{
    public static void Check(ScorecardDeclaration scorecard, ScorecardSymbol bound, IEnumerable<ObjectiveSymbol> objectives, Scope scope)
    {
        if (!bound.Items.OfType<ShowObjectives>().Any())
        {
            return;
        }

        foreach (var keyResult in objectives.Where(o => o.During is null).SelectMany(o => o.KeyResults).SelectMany(k => k.Needs.Prepend(k)))
        {
            if (keyResult.Target is ChangeBy { Versus: { } versus } && PeriodSpans.EndsBefore(versus, scorecard.For, scope.Product.YearStartMonth) == false)
            {
                scope.Report(ObjectiveErrors.IsNoBaselineHere(scope.At(scorecard.For), keyResult.Id, scope.Tree.Text.Slice(scorecard.For.Span)));
            }
        }
    }
}
