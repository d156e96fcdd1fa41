using System.Globalization;
using MetricsAsCode.Compiler;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;
using MetricsAsCode.Objectives;
using MetricsAsCode.Results;
using MetricsAsCode.Scorecards.Objectives;
using MetricsAsCode.Time;
using MetricsAsCode.Values;
using Calendar = MetricsAsCode.Time.Calendar;
using Unit = MetricsAsCode.Values.Unit;

namespace MetricsAsCode.Tests.Objectives;

/// <summary>Every target form before, while and after its period, as the table <c>key_results.md</c> has it: compiled, measured and scored.</summary>
public sealed class KeyResultTableTests
{
    private static readonly string[] AsOfs = ["2026-05-31", "2026-06-01", "2026-06-10", "2026-06-20", "2026-07-04"];

    private static readonly Dictionary<string, string> Formulas = new(StringComparer.Ordinal)
    {
        ["level"] = "avg(readings.x)",
        ["ratio"] = "share(readings where good)",
        ["adds"] = "sum(readings.x)",
        ["rows"] = "readings where good",
        ["compares"] = "avg(readings.x) over previous",
        ["monthly"] = "by_month",
    };

    public static TheoryData<string> Rows => [.. Repository.Read("tests/MetricsAsCode.Tests/Objectives/key_results.md").Split('\n').Where(l => l.StartsWith('|')).Skip(2)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_key_result_stands_as_the_table_says(string row)
    {
        string[] cells = [.. row.Trim('|').Split('|').Select(c => c.Trim())];
        var module = Compile($"{Formulas[cells[0]]} {cells[1]}");
        var stands = AsOfs.Select((asOf, i) => Stands(module, asOf, Value(cells[3 + i]), cells[2]));
        string.Join(" | ", stands).ShouldBe(string.Join(" | ", cells[3..]));
    }

    private static ModuleSymbol Compile(string keyResult)
    {
        var bound = Compilation.Bind([Parser.Parse(new SourceText("objectives.metrics", $$"""
            module scored
            source readings from csv "readings.csv" { at timestamp time; x number; good boolean }
            metric by_month every month = avg(readings.x)
            objective o during 2026-06-01..2026-06-20 { key result k = {{keyResult}} }
            """))]);
        bound.Diagnostics.Select(d => d.ToString()).ShouldBeEmpty();
        return bound.Modules.Single();
    }

    private static string Stands(ModuleSymbol module, string asOf, string value, string baseline)
    {
        var day = DateOnly.ParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var engine = new OneMetric(Calendar.Utc.StartOf(day.AddDays(1)), Measured(value), baseline.Length == 0 ? null : Measured(baseline));
        var outcome = ObjectiveEvaluator.Evaluate(module, engine, Period.Year(2026)).Single().KeyResults.Single().Outcome;
        (outcome.Score is null).ShouldBe(outcome.Reason is not null);
        string projection = outcome.Projection is { HasValue: true } p ? $" ({Text(p.ToDouble())})" : "";
        string score = outcome.Score is { } s ? $"{Text(s)} " : "";
        return $"{value}{projection}: {score}{Words(outcome.Status)}";
    }

    private static string Value(string cell) => cell[..cell.IndexOfAny([':', '('])].Trim();

    private static Measurement Measured(string value) => value switch
    {
        "none" => Measurement.None(Reason.NoRows, Unit.Number),
        "no whole month" => Measurement.None(Reason.NoWhole(MetricsAsCode.Time.Grain.Month), Unit.Number),
        _ => new Measurement { Value = MetricsAsCode.Values.Value.Of(double.Parse(value, CultureInfo.InvariantCulture)), Unit = Unit.Number, N = 100 },
    };

    private static string Text(double number) => Math.Round(number, 6).ToString(CultureInfo.InvariantCulture);

    private static string Words(KeyResultStatus status) =>
        string.Concat(status.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : char.ToLowerInvariant(c).ToString()));

    /// <summary>Knows one number for the period before and one for all others.</summary>
    private sealed class OneMetric(Instant asOf, Measurement current, Measurement? baseline) : IMetricEngine
    {
        private static readonly Period Before = Period.Range(new DateOnly(2026, 5, 12), new DateOnly(2026, 5, 31));

        public Instant? AsOf => asOf;

        public Calendar Calendar => Calendar.Utc;

        public Instant? EarliestOf(string metric) => null;

        public IReadOnlyList<MetricResult> Evaluate(IReadOnlyList<MetricRequest> requests, CancellationToken cancellation) =>
            [.. requests.SelectMany(r => r.Periods.Select(p => new MetricResult(r.Metric, p, null, false, p == Before ? baseline ?? Measured("none") : current)))];
    }
}
