using MetricsAsCode.Calculation.Scopes;
using MetricsAsCode.Calculation.States;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.Evaluation;

/// <summary>
/// What the leaves of formulas read: in process from tallies, elsewhere from what a database has found. One answer for each member of a scope.
/// All else of a result, reasons and n included, follows from these answers and is computed in one place.
/// </summary>
internal interface IReadings
{
    /// <summary>One reading of an aggregate over a stretch.</summary>
    Cell[] Read(Aggregate aggregate, AggregateKind kind, double parameter, Stretch stretch, Scope scope);

    /// <summary>The same as exact numbers, one for each member, where all have one and it is at hand in that form; null where cells have to be read.</summary>
    ExactNumbers? ReadExact(Aggregate aggregate, AggregateKind kind, Stretch stretch, Scope scope) => null;

    /// <summary>How many rows, known values or entities a reading rests on; null when there is nothing to count because a tested set has no stretch.</summary>
    long[]? Count(Aggregate aggregate, Stretch stretch, Scope scope);

    /// <summary>How many members a set has, null where that is not known because a filter of one of its rows overflows; or the reason why it has no stretch.</summary>
    Outcome<long?[]> Sizes(SetFormula set, Context context);

    /// <summary>Which groups have a row of a leaf in the leaf's stretch, before any filter.</summary>
    bool[] HasRows(Leaf leaf, GroupScope groups);
}
