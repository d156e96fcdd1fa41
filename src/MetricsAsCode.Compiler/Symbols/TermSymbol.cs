namespace MetricsAsCode.Compiler.Symbols;

/// <summary>A name that a formula uses and that the definitions explain: a <c>let</c>, a segment, a function.</summary>
/// <param name="Name">As the formula writes it; of a function with its parameters, e.g. <c>per_buyer(x number)</c>.</param>
/// <param name="Formula">What it stands for, as written, white space folded.</param>
public sealed record TermSymbol(string Name, string Formula);
