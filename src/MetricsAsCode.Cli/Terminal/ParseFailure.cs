using System.CommandLine;
using System.CommandLine.Parsing;
using MetricsAsCode.Compiler.Diagnostics;

namespace MetricsAsCode.Cli.Terminal;

/// <summary>Says what is wrong with a command line: the first mistake, and the remedy.</summary>
internal static class ParseFailure
{
    public static string Message(ParseResult parsed, RootCommand root)
    {
        var command = parsed.CommandResult.Command;
        string help = command == root ? "`metrics --help` lists the verbs." : $"`metrics {command.Name} --help` shows how it is used.";
        if ((StrayOption(parsed) ?? parsed.UnmatchedTokens.FirstOrDefault()) is not { } token)
            return command == root ? $"No verb is given. {help}" : $"{Sentence(parsed.Errors[0].Message)} {help}";
        var known = token.StartsWith('-')
            ? root.Options.Concat(command.Options).Where(o => !o.Hidden).Select(o => o.Name)
            : root.Subcommands.Select(v => v.Name);
        string suggestion = token.StartsWith('-') || command == root ? Suggestion.DidYouMean(token, known) : "";
        string fact = (token.StartsWith('-'), command == root) switch
        {
            (true, true) => $"`{token}` is not an option of `metrics`.",
            (true, false) => $"`{token}` is not an option of `metrics {command.Name}`.",
            (false, true) => $"`{token}` is not a verb.",
            (false, false) => $"`metrics {command.Name}` does not take `{token}` here.",
        };
        return $"{fact}{suggestion} {help}";
    }

    /// <summary>An option that does not exist, which the parser took for an argument or left over.</summary>
    public static string? StrayOption(ParseResult parsed)
    {
        var beforeDashes = parsed.Tokens.TakeWhile(t => t.Type != TokenType.DoubleDash).Where(t => t.Type == TokenType.Argument).Select(t => t.Value);
        var values = parsed.CommandResult.Children.OfType<OptionResult>().SelectMany(o => o.Tokens).Select(t => t.Value).ToHashSet(StringComparer.Ordinal);
        return beforeDashes.FirstOrDefault(v => v.Length > 1 && v[0] == '-' && !values.Contains(v));
    }

    /// <summary>The parser's own words, with our marks.</summary>
    private static string Sentence(string message) => message.Replace('\'', '`').TrimEnd('.') + ".";
}
