using System.Text;

namespace MetricsAsCode.Scorecards.Markdown;

// 1. What a template writes in quotes is its author's: it may lead anywhere, but not out of the link's parentheses.
// 2. What comes from the model is a relative path: nothing in it names a scheme or host, or ends the link.

/// <summary>The address of a link in Markdown.</summary>
internal static class LinkAddress
{
    private const string OfPaths = "/.-_~%#";
    private const string OfAddresses = OfPaths + ":?&=@+,;!$'*";

    internal static string Of(object? address) => address switch
    {
        TemplateText { Raw: var path } => Encoded(path.StartsWith("//", StringComparison.Ordinal) ? path.TrimStart('/') : path, OfPaths),
        _ => Encoded(address as string ?? "", OfAddresses),
    };

    private static string Encoded(string address, string kept)
    {
        var result = new StringBuilder(address.Length);
        foreach (var rune in address.EnumerateRunes())
        {
            if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || kept.Contains((char)rune.Value, StringComparison.Ordinal)))
                result.Append((char)rune.Value);
            else
                result.Append(Uri.EscapeDataString(rune.ToString()));
        }

        return result.ToString();
    }
}
