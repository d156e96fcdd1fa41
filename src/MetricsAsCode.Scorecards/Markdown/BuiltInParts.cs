using System.Collections.Immutable;
using System.Reflection;
using HandlebarsDotNet;

namespace MetricsAsCode.Scorecards.Markdown;

/// <summary>The files beside the built-in template, each a part that any template can use; one is compiled when a template first names it.</summary>
internal sealed class BuiltInParts : IPartialTemplateResolver
{
    private const string Suffix = ".md.hbs";
    private static readonly Assembly Home = typeof(BuiltInParts).Assembly;

    /// <summary>What they are called, in order.</summary>
    internal static ImmutableSortedSet<string> Names { get; } = Home.GetManifestResourceNames()
        .Where(static n => n.EndsWith(Suffix, StringComparison.Ordinal)).Select(static n => n[..^Suffix.Length]).ToImmutableSortedSet(StringComparer.Ordinal);

    public bool TryRegisterPartial(IHandlebars env, string? partialName, string? templatePath)
    {
        if (partialName is null || Find(partialName) is not { } text)
            return false;
        env.RegisterTemplate(partialName, text);
        return true;
    }

    internal static string Read(string part) => Find(part) ?? throw new InvalidOperationException($"The built-in template has no part `{part}`.");

    private static string? Find(string part)
    {
        using var stream = Home.GetManifestResourceStream(part + Suffix);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
