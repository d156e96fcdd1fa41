using System.Text.RegularExpressions;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MetricsAsCode.Tests.Scorecards.Proof;

/// <summary>What must hold of every page that is written, as a code host reads it. Each check gives what breaks it.</summary>
internal static partial class PageChecks
{
    /// <summary>The HTML that our own templates write; everything else came from somewhere it must not.</summary>
    private static readonly string[] AllowedHtml = ["<br>", "<br/>", "<details>", "</details>", "<summary>", "</summary>", "<sub>", "</sub>"];

    /// <summary>Blocks of lines with bars that are no table, and rows with more or fewer cells than their header.</summary>
    internal static IEnumerable<string> BrokenTables(string page)
    {
        var written = Blocks().Matches(page).Select(static m => m.Value.TrimEnd('\n').Split('\n')).ToList();
        var read = MarkdownReading.Tables(page).Count();
        if (written.Count != read)
            yield return $"{written.Count} tables are written, {read} are read";
        foreach (var row in written.SelectMany(static t => t.Select(line => (Line: line, Cells: Cells(line), Header: Cells(t[0])))).Where(static r => r.Cells != r.Header))
            yield return $"{row.Cells} cells under {row.Header}: {row.Line}";
        foreach (var row in MarkdownReading.Tables(page).SelectMany(static t => t.Cast<TableRow>()).Where(static r => r.Count != ((Table)r.Parent!).ColumnDefinitions.Count(static c => c is not null)))
            yield return $"{row.Count} cells are read in line {row.Line + 1}";
    }

    /// <summary>HTML that is not ours.</summary>
    internal static IEnumerable<string> ForeignHtml(string page)
    {
        var document = MarkdownReading.Read(page);
        var inlines = document.Descendants<HtmlInline>().Select(static h => h.Tag);
        var blocks = document.Descendants<HtmlBlock>().SelectMany(b => Tags().Matches(page[b.Span.Start..(b.Span.End + 1)]).Select(static m => m.Value));
        return inlines.Concat(blocks).Where(static tag => !AllowedHtml.Contains(tag) && tag != MetricsAsCode.Cli.Output.ScorecardFile.Mark).Concat(document.Descendants<AutolinkInline>().Select(static a => a.Url));
    }

    /// <summary>The addresses of links and pictures.</summary>
    internal static IEnumerable<(string Address, bool IsPicture)> Links(string page) =>
        MarkdownReading.Read(page).Descendants<LinkInline>().Select(static l => (l.Url ?? "", l.IsImage));

    /// <summary>Links whose target is no line of a file, no heading and no picture that exists.</summary>
    internal static IEnumerable<string> DeadLinks(string page, string folder)
    {
        foreach (var (address, isPicture) in Links(page))
        {
            var place = Place().Match(address);
            var file = Path.GetFullPath(Uri.UnescapeDataString(place.Groups["path"].Value), folder);
            var isAlive = place.Success && File.Exists(file) && (isPicture
                ? file.EndsWith(".svg", StringComparison.Ordinal) && !place.Groups["line"].Success
                : place.Groups["line"].Success && File.ReadLines(file).Count() >= int.Parse(place.Groups["line"].Value));
            if (!isAlive)
                yield return address;
        }
    }

    // Every row of ours begins and ends with a bar; bars in texts are entities, so what is left separates cells.
    private static int Cells(string line) => line.Count(static c => c == '|') - 1;

    [GeneratedRegex(@"(?<=\n\n)(\|.*\n)+")]
    private static partial Regex Blocks();

    [GeneratedRegex(@"<!--.*?-->|<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tags();

    [GeneratedRegex(@"^(?<path>[A-Za-z0-9/._~%-]+)(#L(?<line>\d+))?$")]
    private static partial Regex Place();
}
