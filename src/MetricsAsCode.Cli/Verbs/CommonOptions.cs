using System.CommandLine;
using System.CommandLine.Parsing;
using MetricsAsCode.Compiler.Diagnostics;

namespace MetricsAsCode.Cli.Verbs;

/// <summary>Arguments and options that several verbs share.</summary>
internal static class CommonOptions
{
    /// <summary>Where definitions live unless a path says otherwise.</summary>
    public const string DefaultFolder = "metrics-defs";

    public static Argument<string?> Path() => new("PATH")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = $"A .metrics file, or a folder that holds some. Default: {DefaultFolder} if it is there, else the current folder.",
    };

    /// <summary>One of a few words; the first is the default.</summary>
    public static Option<string> Choice(string name, string description, params string[] words)
    {
        var option = new Option<string>(name)
        {
            HelpName = string.Join('|', words),
            Description = description,
            DefaultValueFactory = _ => words[0],
        };
        option.Validators.Add(result => RefuseOthers(result, name, words));
        return option;
    }

    public static Option<string> Format(params string[] words) => Choice("--format", "How the result is written.", words);

    public static Option<string> Out() => new("--out")
    {
        HelpName = "FOLDER",
        Description = "Where generated files go.",
        DefaultValueFactory = _ => "generated",
    };

    /// <summary>The path given, or the default one.</summary>
    public static string PathOrDefault(this ToolContext tool, string? given) =>
        given ?? (Directory.Exists(tool.Full(DefaultFolder)) ? DefaultFolder : ".");

    private static void RefuseOthers(OptionResult result, string name, string[] words)
    {
        string written = result.Tokens.Count > 0 ? result.Tokens[^1].Value : words[0];
        if (!words.Contains(written, StringComparer.Ordinal))
            result.AddError($"`{written}` is not a choice of {name}.{Suggestion.DidYouMean(written, words)} It takes {string.Join(", ", words)}.");
    }
}
