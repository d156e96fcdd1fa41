using System.Collections.Immutable;
using System.Text;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Tests.Cases;

/// <summary>
/// A language case as data: a <c>.metrics</c> file that carries its own expected diagnostics. Under a line stands, for each diagnostic that begins on it,
/// <c>//^ 15-20 MAC1001 part of the message</c>: the columns from 1, the end not included, <c>15-15</c> for an empty span and <c>15-*</c> for one that
/// ends on a later line. A line <c>//# name.metrics</c> begins one more file. The set of diagnostics must be complete.
/// With METRICS_UPDATE_CASES=1 the file is annotated anew, for a person to read.
/// </summary>
public sealed class AnnotatedCase
{
    private const string Annotation = "//^";
    private const string NextFile = "//# ";

    private readonly string[] lines;

    private readonly string? path;

    private AnnotatedCase(string name, string text, string? path = null)
    {
        this.path = path;
        lines = text.Replace("\r\n", "\n").Split('\n');
        Files = [.. SplitIntoFiles(name)];
    }

    /// <summary>The files as the compiler sees them: annotations are comments.</summary>
    public ImmutableArray<SourceText> Files { get; }

    /// <summary>The names of the case files in a folder under <c>Cases</c>, for <c>[MemberData]</c>.</summary>
    public static IEnumerable<string> NamesIn(string folder) =>
        Directory.EnumerateFiles(PathOf(folder), "*.metrics").Select(f => $"{folder}/{Path.GetFileName(f)}").Order(StringComparer.Ordinal);

    public static AnnotatedCase Load(string name) => new(Path.GetFileName(name), File.ReadAllText(PathOf(name)), Repository.PathOf($"tests/MetricsAsCode.Tests/Cases/{name}"));

    public static AnnotatedCase FromText(string text) => new("case.metrics", text);

    /// <summary>Compares what a stage finds with the annotations; the failure shows the file as it would have to be annotated.</summary>
    public void ShouldFindExactly(Func<ImmutableArray<SourceText>, IEnumerable<Diagnostic>> stage)
    {
        var found = stage(Files).ToList();
        string actual = Annotated(found, complete: false);
        if (path is not null && Environment.GetEnvironmentVariable("METRICS_UPDATE_CASES") == "1")
        {
            File.WriteAllText(path, actual);
            return;
        }

        actual.ShouldBe(string.Join("\n", lines), $"With whole messages:\n{Annotated(found, complete: true)}");
    }

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Cases", name);

    private IEnumerable<SourceText> SplitIntoFiles(string name)
    {
        var content = new StringBuilder();
        foreach (string line in lines)
        {
            if (line.StartsWith(NextFile, StringComparison.Ordinal))
            {
                yield return new SourceText(name, content.ToString());
                name = line[NextFile.Length..].Trim();
                content.Clear();
            }

            content.Append(line).Append('\n');
        }

        yield return new SourceText(name, content.ToString());
    }

    /// <summary>The lines with the annotations that the diagnostics ask for; one that is there already and right is kept as it is written.</summary>
    private string Annotated(List<Diagnostic> found, bool complete)
    {
        var result = new List<string>();
        var file = -1;
        int number = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            bool startsFile = file < 0 || lines[i].StartsWith(NextFile, StringComparison.Ordinal);
            (file, number) = startsFile ? (file + 1, 1) : (file, number + 1);
            if (IsAnnotation(lines[i]))
            {
                continue;
            }

            result.Add(lines[i]);
            var here = found.Where(d => d.Location.Text.Equals(Files[file]) && d.Location.Start.Line == number).ToList();
            result.AddRange(Annotate(here, lines.Skip(i + 1).TakeWhile(IsAnnotation).ToList(), complete));
        }

        return string.Join("\n", result);
    }

    private static IEnumerable<string> Annotate(List<Diagnostic> found, List<string> written, bool complete)
    {
        foreach (var diagnostic in found)
        {
            string? match = complete ? null : written.FirstOrDefault(w => Matches(w, diagnostic));
            written.Remove(match!);
            yield return match ?? Render(diagnostic);
        }
    }

    private static bool IsAnnotation(string line) => line.TrimStart().StartsWith(Annotation, StringComparison.Ordinal);

    private static bool Matches(string annotation, Diagnostic diagnostic)
    {
        string written = string.Join(' ', annotation.Trim()[Annotation.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        string place = $"{Columns(diagnostic)} {diagnostic.Id}";
        return written == place
            || (written.StartsWith(place + " ", StringComparison.Ordinal) && diagnostic.Message.Contains(written[(place.Length + 1)..]));
    }

    private static string Render(Diagnostic diagnostic) => $"{Annotation} {Columns(diagnostic)} {diagnostic.Id} {diagnostic.Message}";

    private static string Columns(Diagnostic diagnostic)
    {
        var (start, end) = (diagnostic.Location.Start, diagnostic.Location.End);
        return start.Line == end.Line ? $"{start.Column}-{end.Column}" : $"{start.Column}-*";
    }
}
