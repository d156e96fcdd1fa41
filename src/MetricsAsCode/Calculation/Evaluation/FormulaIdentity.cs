using System.Runtime.CompilerServices;

namespace MetricsAsCode.Calculation.Evaluation;

/// <summary>Compares formulas by identity: to compare what they are made of would take longer than to compute them.</summary>
internal sealed class FormulaIdentity : IEqualityComparer<(Formula Formula, Context Context)>
{
    public static readonly FormulaIdentity Instance = new();

    public bool Equals((Formula Formula, Context Context) x, (Formula Formula, Context Context) y) =>
        ReferenceEquals(x.Formula, y.Formula) && x.Context == y.Context;

    public int GetHashCode((Formula Formula, Context Context) obj) => HashCode.Combine(RuntimeHelpers.GetHashCode(obj.Formula), obj.Context);
}
