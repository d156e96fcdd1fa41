namespace MetricsAsCode.Compiler.Text;

/// <summary>A span of one file.</summary>
public sealed record Location(SourceText Text, TextSpan Span)
{
    public LinePosition Start => Text.PositionOf(Span.Start);

    public LinePosition End => Text.PositionOf(Span.End);

    public Location After => this with { Span = Span.After };
}
