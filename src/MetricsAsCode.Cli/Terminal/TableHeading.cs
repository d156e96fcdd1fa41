namespace MetricsAsCode.Cli.Terminal;

/// <summary>The head of a column.</summary>
/// <param name="Text">In capitals.</param>
/// <param name="IsNumber">Whether the cells stand to the right.</param>
/// <param name="Wraps">Whether cells go on in the next line where a terminal is narrow.</param>
internal sealed record TableHeading(string Text, bool IsNumber = false, bool Wraps = false)
{
    public static implicit operator TableHeading(string text) => new(text);
}
