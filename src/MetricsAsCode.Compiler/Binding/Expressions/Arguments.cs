using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Expressions;

internal static class Arguments
{
    /// <summary>The first clause behind an argument's value, by its word; null when there is none.</summary>
    public static string? Extra(ArgumentSyntax argument) =>
        argument.Among is not null ? "among"
        : argument.Per is not null ? "per"
        : argument.Each is not null ? "each"
        : !argument.By.IsDefaultOrEmpty ? "by"
        : argument.Back is not null ? "back"
        : null;
}
