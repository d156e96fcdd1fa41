using System.Runtime.CompilerServices;

namespace MetricsAsCode.Calculation.Evaluation;

/// <summary>Compares formulas at a place by identity: to compare what they are made of would take longer than to compute them.</summary>
internal sealed class FormulaIdentity<TPlace> : IEqualityComparer<(Formula Formula, TPlace Place)>
    where TPlace : IEquatable<TPlace>
{
    public static readonly FormulaIdentity<TPlace> Instance = new();

    public bool Equals((Formula Formula, TPlace Place) x, (Formula Formula, TPlace Place) y) => ReferenceEquals(x.Formula, y.Formula) && x.Place.Equals(y.Place);

    public int GetHashCode((Formula Formula, TPlace Place) obj) => HashCode.Combine(RuntimeHelpers.GetHashCode(obj.Formula), obj.Place);
}
