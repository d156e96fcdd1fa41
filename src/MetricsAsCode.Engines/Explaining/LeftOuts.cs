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
                    yield return new LeftOut($"rows of `{rows.Source}` without `{rows.Time}`", stage.Unknown, rows.Number);
                    break;
                case "as_of":
                    yield return new LeftOut($"rows of `{rows.Source}` after the as-of", stage.False, rows.Number);
                    break;
                case "filter" or "share":
                    yield return new LeftOut($"rows of `{rows.Source}` for which `{stage.Text}` is unknown", stage.Unknown, rows.Number);
                    break;
            }
        }

        if (rows.Values is { } values)
            yield return new LeftOut($"rows of `{rows.Source}` where `{values.Text}` is missing", values.Missing, rows.Number);
    }

    private static IEnumerable<LeftOut> Of(ExplainedStep step)
    {
        if (step.Entities is { } entities && entities.Known < entities.Count)
            yield return new LeftOut($"entities ({entities.Key}) {(entities.True is null ? "without a value" : "whose condition is unknown: they count as not true")}", entities.Count - entities.Known, null);
        if (step.Units is { } units)
            yield return new LeftOut($"units of `{step.Text}` without a value", units.Count(u => !u.Found.Value.HasValue), null);
    }
}
