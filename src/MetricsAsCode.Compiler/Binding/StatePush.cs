using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding;

/// <summary>
/// <c>at start</c> and <c>at end</c> say which rows are read. So they move inwards to the rows of every aggregate and set, as a filter on a number does,
/// and stand there before any other window: <c>(sum(s.x) + sum(t.y)) at end</c> is <c>sum(s.x at end) + sum(t.y at end)</c>.
/// </summary>
internal sealed class StatePush(WindowStep window) : MeasureRewriter
{
    private bool isKey;

    /// <summary>The first source of the operand that has no lifetime.</summary>
    public SourceSymbol? WithoutLifetime { get; private set; }

    /// <summary>What of the operand moves its rows already.</summary>
    public string? Moved { get; private set; }

    /// <summary>Whether there were any rows.</summary>
    public bool Found { get; private set; }

    public BoundRows Push(BoundRows rows)
    {
        Found = true;
        if (rows.Source.Lifetime is null)
        {
            WithoutLifetime ??= rows.Source;
        }

        foreach (var step in rows.Steps)
        {
            Moved ??= step switch
            {
                RowWindow { Window: var own } => $"`{own}` stands before it already",
                RowDated dated => $"`dated {dated.Time.Column.Name}` reads the rows by a time already",
                _ => null,
            };
        }

        return rows with { Steps = rows.Steps.Prepend(new RowWindow(window)).ToEquatable() };
    }

    protected override BoundRows RewriteRows(BoundRows rows)
    {
        bool asKey = isKey;
        isKey = false;
        // The entities of a source without lifetime are there in any case, those of one with a lifetime are its rows then.
        if (!asKey)
        {
            return Push(rows);
        }

        return rows.Source.Lifetime is null ? rows : rows with { Steps = rows.Steps.Where(s => s is not RowWindow).Prepend(new RowWindow(window)).ToEquatable() };
    }

    protected override Measure RewriteMetric(MetricMeasure measure)
    {
        var body = Rewrite(measure.Metric.Body);
        return measure.Metric.Every is { } grain ? new EveryMeasure(body, grain) : body;
    }

    protected override void Visit(WindowStep inner) => Moved ??= $"`{inner}` stands before it already";

    protected override void Units(EachMeasure measure) => Moved ??= $"`each {Grains.Singular(measure.Grain)}` stands before it already";

    protected override void Key(EntityKey key) => isKey = key is SourceKey;
}
