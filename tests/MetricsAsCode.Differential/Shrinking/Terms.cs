using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Shrinking;

/// <summary>Smaller formulas: a piece below stands for one above of its sort, at any place.</summary>
internal static class Terms
{
    public static IEnumerable<Term> Smaller(Term term)
    {
        foreach (var below in term.Children.SelectMany(c => c.SelfAndBelow()).Where(t => t.Sort == term.Sort))
            yield return below;
        for (int i = 0; i < term.Children.Length; i++)
        {
            foreach (var smaller in Smaller(term.Children[i]))
                yield return term with { Children = term.Children.SetItem(i, smaller) };
        }
    }

    public static Term Inlined(Term term, LetSpec let) => term.Children.IsEmpty && term.Text == let.Name && term.Production.StartsWith("named", StringComparison.Ordinal)
        ? Term.Of(term.Sort, "let written out", "({0})", let.Value)
        : term with { Children = [.. term.Children.Select(c => Inlined(c, let))] };
}
