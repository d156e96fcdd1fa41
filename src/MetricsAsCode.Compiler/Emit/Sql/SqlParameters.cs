using System.Globalization;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Planning.Printing;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Emit.Sql;

/// <summary>Times as named parameters: those that statements have asked for, each with what it means.</summary>
internal sealed class SqlParameters(SqlDialect dialect)
{
    private const string AsOf = "as_of_us";
    private const string Period = "period";
    private readonly SortedDictionary<string, string> stretches = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> others = new(StringComparer.Ordinal);

    /// <summary>The times of a statement whose stretches these steps lead to.</summary>
    public ISqlTimes From(IReadOnlyList<EquatableArray<PlanStep>> periods) => new Times(this, periods);

    /// <summary>Where steps lead, in the language's words.</summary>
    public string Words(EquatableArray<PlanStep> steps) => steps.IsEmpty ? "the period asked for" : $"the period `{NumberPrinter.Steps(steps).Trim()}`";

    /// <summary>What the parameters are, for the head of a script.</summary>
    public IEnumerable<string> Lines()
    {
        if (stretches.Count + others.Count == 0)
            yield break;
        yield return "Parameters are computed by the calendar of the product:";
        foreach (var stretch in stretches)
            yield return $"  {Named($"{stretch.Key}_from_us")}, {Named($"{stretch.Key}_to_us")}, {Named($"{stretch.Key}_from_day")}, {Named($"{stretch.Key}_to_day")}: {stretch.Value}";
        foreach (var other in others)
            yield return $"  {other.Key}: {other.Value}";
        if (stretches.Count > 0)
            yield return "  ..._us are microseconds since 1970-01-01T00:00Z: the first instant of a stretch, and the first behind it or the as-of if that is earlier; ..._day the same in days.";
    }

    private string Named(string name) => SqlDialect.Fill(dialect.Parameter, name);

    private sealed class Times(SqlParameters parameters, IReadOnlyList<EquatableArray<PlanStep>> periods) : ISqlTimes
    {
        public string AsOf
        {
            get
            {
                string name = parameters.Named(SqlParameters.AsOf);
                parameters.others[name] = "the as-of in microseconds: later rows do not count";
                return name;
            }
        }

        public IReadOnlyList<SqlStretch> Stretches(EquatableArray<PlanStep> steps) => [.. periods.Select((period, p) => Of(p, period.AddRange(steps)))];

        public (ISqlTimes Times, IReadOnlyList<int> Periods) Units(PlanEach each) => throw new SqlRefusal("`each` inside `per`, as a script for any period,");

        public IReadOnlyList<string> Zone(SqlZoneTable table)
        {
            string name = "zone_" + table.ToString().ToLowerInvariant();
            string row = string.Join(", ", new[] { "from", "to", "shift_us" }.Select(part => parameters.Named($"{name}_{part}")));
            parameters.others[row] = table == SqlZoneTable.Days
                ? "local days (since 1970-01-01) whose first instant is day * 86400000000 - shift; one row for each change of the product's zone"
                : "instants at which instant + shift is the local time as UTC counts it; one row for each change of the product's zone";
            return [row];
        }

        public string StartOf(int day)
        {
            string date = new DateTime(1970, 1, 1).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            string name = parameters.Named($"start_of_{date.Replace('-', '_')}_us");
            parameters.others[name] = $"the first instant of {date} in the product's zone, in microseconds";
            return name;
        }

        private SqlStretch Of(int p, EquatableArray<PlanStep> steps)
        {
            string name = steps.IsEmpty ? Period : SqlText.Word(NumberPrinter.Steps(steps).Trim());
            parameters.stretches[name] = parameters.Words(steps);
            return new SqlStretch(p, parameters.Named($"{name}_from_us"), parameters.Named($"{name}_to_us"), parameters.Named($"{name}_from_day"), parameters.Named($"{name}_to_day"));
        }
    }
}
