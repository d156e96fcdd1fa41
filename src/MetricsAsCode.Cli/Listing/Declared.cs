namespace MetricsAsCode.Cli.Listing;

/// <summary>One declaration as <c>metrics list</c> shows it.</summary>
/// <param name="Kind">What is declared, e.g. <c>metric</c>, <c>north_star</c>, <c>key_result</c>.</param>
/// <param name="Id">The name in its module; <c>objective.key_result</c> for a key result, the module's name for its product, the label for a test.</param>
/// <param name="Unit">What the number measures; null for what is no number.</param>
/// <param name="Formula">The definition as written, white space folded; null where there is none.</param>
/// <param name="File">The file, relative to the current directory.</param>
internal sealed record Declared(string Module, string Kind, string Id, string? Label, string? Unit, string? Formula, string File, int Line);
