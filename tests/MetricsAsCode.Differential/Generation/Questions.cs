using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation;

/// <summary>Periods around the moments of the data, before them and after them; breakdowns by columns that the metrics may reach.</summary>
internal static class Questions
{
    public static Gen<ImmutableArray<QuestionSpec>> Of(Schema schema, Moments moments, ImmutableArray<MetricSpec> metrics) =>
        from whole in Period(schema, moments).ArrayOf(4)
        from grouped in Period(schema, moments).ArrayOf(2)
        from dimensions in Dimension(schema).ArrayOf(1)
        from tops in Gen.Elements<int?>(null, null, 1, 2, 3).ArrayOf(1)
        select metrics.SelectMany(m => m.Asked).SelectMany(m => dimensions.Distinct()
            .Select((dimension, i) => new QuestionSpec(m, [.. grouped.Distinct()], dimension, tops[i]))
            .Prepend(new QuestionSpec(m, [.. whole.Distinct()]))).ToImmutableArray();

    private static Gen<string> Dimension(Schema schema) =>
        from source in Gen.Elements(schema.Sources.Concat([schema.Sources[0], schema.Sources[0]]).ToArray())
        from column in Gen.Elements(source.Columns.AsEnumerable())
        from segmented in Families.Make.OneIn(3)
        from segment in Gen.Elements(schema.Segments.Select(s => s.Name).DefaultIfEmpty("").ToArray())
        select segmented && segment.Length > 0 ? segment : $"{source.Name}.{column.Name}";

    private static Gen<string> Period(Schema schema, Moments moments)
    {
        var around = moments.Day;
        bool isIso = schema.Product.WeekStart == "monday";
        return Gen.Frequency(
            (3, around.Select(d => MetricsAsCode.Period.Month(d.Year, d.Month).ToString())),
            (2, around.Select(d => MetricsAsCode.Period.Day(d).ToString())),
            (2, around.Select(d => MetricsAsCode.Period.Quarter(d.Year, (d.Month + 2) / 3).ToString())),
            (1, around.Select(d => MetricsAsCode.Period.Year(d.Year).ToString())),
            (1, around.Select(d => MetricsAsCode.Period.FiscalQuarter(d.Year, (d.Month + 2) / 3).ToString())),
            (1, around.Select(d => MetricsAsCode.Period.FiscalYear(d.Year).ToString())),
            (isIso ? 2 : 0, around.Select(d => MetricsAsCode.Period.Week(ISOWeek.GetYear(d.ToDateTime(default)), ISOWeek.GetWeekOfYear(d.ToDateTime(default))).ToString())),
            (2, Gen.Elements("this week", "last week", "this month", "last month", "this quarter", "last quarter", "this year", "3 months ago", "this day", "last day")),
            (2, from a in around from b in around select MetricsAsCode.Period.Range(a < b ? a : b, a < b ? b : a).ToString()),
            (1, Gen.Elements("2019", "2027", "2019-02", "2026-01..2026-06", "2025-Q1", "2024-02-29")));
    }
}
