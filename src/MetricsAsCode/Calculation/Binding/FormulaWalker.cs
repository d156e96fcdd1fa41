namespace MetricsAsCode.Calculation.Binding;

/// <summary>Visits every aggregate, set and key of a formula once, also those inside filters, whatever the period.</summary>
internal abstract class FormulaWalker
{
    private readonly HashSet<object> seen = new(ReferenceEqualityComparer.Instance);

    public void Walk(Formula formula)
    {
        if (!seen.Add(formula))
            return;
        switch (formula)
        {
            case ReadingFormula reading: Walk(reading.Aggregate); break;
            case ShareFormula share: Walk(share.Hits); Walk(share.Among); break;
            case SizeFormula size: Walk(size.Set); break;
            case PerFormula per: Walk(per.Operand); Walk(per.Key); break;
            case SharePerFormula share: Walk(share.Condition); Walk(share.Key); break;
            default:
                foreach (var operand in formula.Operands())
                    Walk(operand);
                break;
        }
    }

    protected virtual void OnAggregate(Aggregate aggregate)
    {
    }

    protected virtual void OnKey(EntityKey key)
    {
    }

    protected virtual void OnTest(string source, SetTest test)
    {
    }

    private void Walk(Aggregate aggregate)
    {
        if (!seen.Add(aggregate))
            return;
        OnAggregate(aggregate);
        Walk(aggregate.Rows);
        Walk(aggregate.Rows.Source, aggregate.Value?.Tests ?? []);
    }

    private void Walk(Selection rows)
    {
        if (seen.Add(rows))
            Walk(rows.Source, rows.Filters.SelectMany(f => f.Tests));
    }

    private void Walk(string source, IEnumerable<SetTest> tests)
    {
        foreach (var test in tests)
        {
            OnTest(source, test);
            Walk(test.Set);
        }
    }

    private void Walk(EntityKey key)
    {
        OnKey(key);
        if (key is SourceKey source)
            Walk(source.Rows);
        if (key is SetKey set)
            Walk(set.Set);
    }

    private void Walk(SetFormula set)
    {
        foreach (var reading in set.Readings())
            Walk(reading.Aggregate);
    }
}
