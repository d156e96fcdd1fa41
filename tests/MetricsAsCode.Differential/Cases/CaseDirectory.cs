using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Cases;

/// <summary>A case as a directory: <c>case.metrics</c>, a file for each source, and <c>questions.txt</c>, which may begin with <c>as of DATE</c>.</summary>
internal static partial class CaseDirectory
{
    private const string Definitions = "case.metrics", Questions = "questions.txt", AsOf = "as of ";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void Write(string directory, Case written)
    {
        Directory.CreateDirectory(directory);
        File.WriteAllText(Path.Combine(directory, Definitions), written.Definitions, Utf8);
        foreach (var (file, table) in written.Tables)
            File.WriteAllText(Path.Combine(directory, file), table, Utf8);
        File.WriteAllText(Path.Combine(directory, Questions), string.Concat(written.Questions.Select(q => $"{q}\n").Prepend(written.LastDay is { } day ? $"{AsOf}{day:yyyy-MM-dd}\n" : "")), Utf8);
    }

    public static Case Read(string directory) => new(
        File.ReadAllText(Path.Combine(directory, Definitions)),
        Directory.EnumerateFiles(directory).Where(f => Path.GetExtension(f) is ".csv" or ".jsonl").ToImmutableSortedDictionary(f => Path.GetFileName(f), File.ReadAllText, StringComparer.Ordinal),
        [.. Lines(directory).Where(l => !l.StartsWith(AsOf, StringComparison.Ordinal)).Select(ReadQuestion)])
    {
        LastDay = Lines(directory).FirstOrDefault(l => l.StartsWith(AsOf, StringComparison.Ordinal)) is { } line ? DateOnly.ParseExact(line[AsOf.Length..], "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
    };

    private static IEnumerable<string> Lines(string directory) => File.ReadAllLines(Path.Combine(directory, Questions)).Where(l => l.Length > 0);

    // `revenue by orders.status top 2: 2026-Q1, this month`
    private static QuestionSpec ReadQuestion(string line)
    {
        var match = Question().Match(line);
        if (!match.Success)
            throw new InvalidDataException($"`{line}` in {Questions} is no question. Write it like `revenue by orders.status top 2: 2026-Q1, this month`.");
        string Part(string name) => match.Groups[name].Value;
        return new QuestionSpec(
            Part("metric"),
            [.. Part("periods").Split(',', StringSplitOptions.TrimEntries)],
            Part("by") is { Length: > 0 } by ? by : null,
            Part("top") is { Length: > 0 } top ? int.Parse(top, CultureInfo.InvariantCulture) : null);
    }

    [GeneratedRegex(@"^(?<metric>[\w.]+)( by (?<by>\w+(\.\w+)?))?( top (?<top>\d+))?: (?<periods>.+)$")]
    private static partial Regex Question();
}
