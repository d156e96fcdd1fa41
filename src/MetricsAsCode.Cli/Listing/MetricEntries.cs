using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Cli.Listing;

/// <summary>Metrics as they are listed: one by itself, one before its parts.</summary>
internal static class MetricEntries
{
    public static Declared One(Listed at, MetricDeclaration m)
    {
        var symbol = at.Module.Metric(m.Name.Text);
        string kind = symbol is not null && ReferenceEquals(symbol, at.Module.Product.NorthStar) ? "north_star" : "metric";
        return at.Entry(kind, m, m.Name.Text, m.Label, m.Value.Span).Saying(symbol);
    }

    /// <summary>A metric for each step of a funnel: its formula is that of all.</summary>
    public static IEnumerable<Declared> WithSteps(Listed at, MetricDeclaration m) =>
        Before(
            at.Entry("metric", m, m.Name.Text, m.Label, m.Value.Span),
            at.Module.Metrics.Where(p => string.Equals(p.PartOf, m.Name.Text, StringComparison.Ordinal))
                .Select(p => Part(at, m, p) with { Label = p.Label ?? p.Name, Formula = at.Written(m.Value.Span), Line = at.Line(m.Span) }));

    public static IEnumerable<Declared> WithParts(Listed at, MetricDeclaration m) =>
        Before(
            at.Entry("metric", m, m.Name.Text, m.Label),
            m.Parts.Select(p => Part(at, m, at.Module.Metric($"{m.Name.Text}.{p.Name.Text}")!) with
            {
                Label = (p.Label ?? m.Label)?.Value,
                Formula = at.Written(p.Value.Span),
                Line = at.Line(p.Span),
            }));

    /// <summary>What a metric says of its number. A description of its own stays.</summary>
    public static Declared Saying(this Declared declared, MetricSymbol? metric) => metric is null ? declared : declared with
    {
        Description = declared.Description ?? metric.Description,
        Unit = metric.Unit.ToString(),
        Better = metric.Better == Direction.None ? null : metric.Better.ToString().ToLowerInvariant(),
        Owner = metric.Owner,
        Tags = metric.Tags,
    };

    private static Declared Part(Listed at, MetricDeclaration m, MetricSymbol part)
    {
        string kind = ReferenceEquals(part, at.Module.Product.NorthStar) ? "north_star" : "metric";
        return at.Entry(kind, m, part.Name, null).Saying(part) with { Within = m.Name.Text, Description = part.Description };
    }

    /// <summary>The whole says of itself what its parts say.</summary>
    private static IEnumerable<Declared> Before(Declared whole, IEnumerable<Declared> parts)
    {
        var all = parts.ToList();
        var same = all.FirstOrDefault();
        return all.Prepend(same is null ? whole : whole with { Unit = same.Unit, Better = same.Better, Owner = same.Owner, Tags = same.Tags });
    }
}
