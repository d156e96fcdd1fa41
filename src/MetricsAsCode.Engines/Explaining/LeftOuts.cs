namespace MetricsAsCode.Engines.Explaining;

/// <summary>Gathers what does not count: rows without a time or after the as-of, unknown conditions, missing values, entities and units without a value.</summary>
internal static class LeftOuts
{
    public static IEnumerable<LeftOut> Of(ExplainedStep formula, IEnumerable<ExplainedRows> rows) =>
        rows.SelectMany(Of).Concat(formula.SelfAndBelow().SelectMany(Of)).Where(l => l.Count > 0).Distinct();

    private static IEnumerable<LeftOut> Of(ExplainedRows rows)
    {
        foreach (var stage in rows.Funnel)
        {
            switch (stage.Kind)
            {
                case "time":
                    yield return Rows(stage.Unknown, $"without `{rows.Time}`", rows);
                    break;
                case "as_of":
                    yield return Rows(stage.False, "after the as-of", rows);
                    break;
                case "filter" or "share":
                    yield return Rows(stage.Unknown, $"for which `{stage.Text}` is unknown", rows);
                    break;
            }
        }

        if (rows.Values is { } values)
            yield return Rows(values.Missing, $"where `{values.Text}` is missing", rows);
    }

    private static IEnumerable<LeftOut> Of(ExplainedStep step)
    {
        if (step.Notes.Contains(StepVisitor.ImmatureNote, StringComparer.Ordinal))
            yield return new LeftOut($"immature: `{step.Text}`", (long)step.Found!.Value.ToDouble(), step.Rows);
        if (step.Entities is { } entities && entities.Count - entities.Known is var missing)
            yield return new LeftOut($"{(missing == 1 ? "entity" : "entities")} ({entities.Key}) {(entities.True is null ? "without a value" : "for which the condition is unknown: they count as not true")}", missing, null);
        if (step.Units is { } units && units.Count(u => !u.Found.Value.HasValue) is var empty)
            yield return new LeftOut($"{(empty == 1 ? "unit" : "units")} of `{step.Text}` without a value", empty, null);
    }

    private static LeftOut Rows(long count, string which, ExplainedRows rows) =>
        new($"{(count == 1 ? "row" : "rows")} of `{rows.Source}` {which}", count, rows.Number);
}
