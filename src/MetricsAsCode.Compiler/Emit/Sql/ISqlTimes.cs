using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Emit.Sql;

/// <summary>One period of a statement and the stretch of time that a window leads to from it, as SQL: numbers, or placeholders.</summary>
/// <param name="Period">The number by which the statement calls the period.</param>
/// <param name="FromInstant">The first instant, in microseconds; half-open, cut at the as-of.</param>
/// <param name="ToInstant">The instant behind the last.</param>
/// <param name="FromDay">The first local day, in days since 1970-01-01.</param>
/// <param name="ToDay">The day behind the last.</param>
public sealed record SqlStretch(int Period, string FromInstant, string ToInstant, string FromDay, string ToDay);

/// <summary>The times that a statement needs, all of them computed by the runtime's calendar.</summary>
public interface ISqlTimes
{
    /// <summary>The as-of, in microseconds.</summary>
    string AsOf { get; }

    /// <summary>Where steps lead from each period of the statement; a period from which they lead nowhere is left out.</summary>
    IReadOnlyList<SqlStretch> Stretches(EquatableArray<PlanStep> steps);

    /// <summary>The units of an <c>each</c> as the periods of a part of the statement, and by unit the period that it is of.</summary>
    /// <exception cref="SqlRefusal">They are not known when the statement is written.</exception>
    (ISqlTimes Times, IReadOnlyList<int> Periods) Units(PlanEach each);

    /// <summary>The first instant of a local day, in microseconds.</summary>
    /// <param name="day">Days since 1970-01-01.</param>
    string StartOf(int day);

    /// <summary>The rows of a relation of local times, each a list of values.</summary>
    IReadOnlyList<string> Zone(SqlZoneTable table);
}

/// <summary>Relations by which local times are looked up, each with the columns <c>from_at</c>, <c>to_at</c> (half-open) and <c>shift_us</c>.</summary>
public enum SqlZoneTable
{
    /// <summary>By instant: instant + shift lies in the local day as UTC days are counted.</summary>
    Dates,

    /// <summary>By instant: instant + shift shows the local hour as UTC hours are counted.</summary>
    Hours,

    /// <summary>By day: day × 24 hours - shift is the first instant of the local day.</summary>
    Days,
}
