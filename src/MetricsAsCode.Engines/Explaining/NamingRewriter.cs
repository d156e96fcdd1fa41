using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Engines.Explaining;

/// <summary>Puts a name in the place of each part that a <c>let</c> means, only to be printed: names are printed as metrics are.</summary>
/// <param name="names">The <c>let</c>s.</param>
/// <param name="whole">The formula itself, which keeps its words.</param>
internal sealed class NamingRewriter(LetNames names, Measure whole) : MeasureRewriter
{
    public static Measure Named(Measure measure, LetNames names) => new NamingRewriter(names, measure).Rewrite(measure);

    public override Measure Rewrite(Measure measure) =>
        !ReferenceEquals(measure, whole) && names.Of(measure) is { } let
            ? new MetricMeasure(new MetricSymbol("", let.Name, null, null, let.Name, let.Location))
            : base.Rewrite(measure);

    protected override BoundRows RewriteRows(BoundRows rows) => rows;
}
