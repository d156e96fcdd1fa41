namespace MetricsAsCode.Compiler.Text;

/// <summary>A span of one file.</summary>
public sealed record Location(SourceText Text, TextSpan Span)
{
    public LinePosition Start => Text.PositionOf(Span.Start);

    public LinePosition End => Text.PositionOf(Span.End);

    public Location After => this with { Span = Span.After };

    /// <summary><c>file(line,column)</c></summary>
    public override string ToString() => FormattableString.Invariant($"{Text.Path}({Start.Line},{Start.Column})");
}
