using System.Text;

namespace MetricsAsCode.Benchmarks.Compiling;

// 1. A file for each source, with its metrics; modules take the sources in turn, as many to each.
// 2. Of five metrics one is a count, one a sum with a filter, one a distinct count, one a mean, and one a ratio of two others: what definitions are made of.

/// <summary>Definitions of any size, as the paths and texts of their files.</summary>
internal static class GeneratedDefinitions
{
    public const int Sources = 200;

    public static IReadOnlyList<(string Path, string Text)> Of(int metrics, int modules) =>
        [.. Enumerable.Range(0, Sources).Select(s => ($"defs/source_{s:000}.metrics", File(s, (metrics / Sources) + (s < metrics % Sources ? 1 : 0), modules, "")))];

    /// <summary>The first file after an edit of one of its metrics.</summary>
    public static (string Path, string Text) Edited(int metrics, int modules, int edit) =>
        ("defs/source_000.metrics", File(0, Math.Max(1, metrics / Sources), modules, FormattableString.Invariant($" and amount >= {edit} EUR")));

    private static string File(int source, int metrics, int modules, string edit)
    {
        var text = new StringBuilder(FormattableString.Invariant($"module area_{source % modules:00}\n\n"));
        if (source < modules)
            text.Append("product \"Generated\" { timezone \"UTC\"; currency EUR }\n\n");
        string name = FormattableString.Invariant($"events_{source:000}");
        text.Append($$"""
            /// What happened, one row each.
            source {{name}} from csv "{{name}}.csv" {
              event_id    integer key
              customer_id integer
              happened_at timestamp time
              kind        text in [open, paid, lost]
              amount      money
              rating      integer? in 1..5
            }


            """);
        for (int i = 0; i < metrics; i++)
            text.Append(Metric(name, source, i, i == 1 || metrics == 1 ? edit : ""));
        return text.ToString();
    }

    private static string Metric(string source, int number, int i, string edit)
    {
        string name = FormattableString.Invariant($"m_{number:000}_{i:000}"), before = FormattableString.Invariant($"m_{number:000}_{i - 1:000}"), first = FormattableString.Invariant($"m_{number:000}_{i - 4:000}");
        string formula = (i % 5) switch
        {
            0 => FormattableString.Invariant($"count({source} where kind = open and amount >= {i} EUR{edit})"),
            1 => FormattableString.Invariant($"sum({source}.amount where kind = paid and amount >= {i} EUR{edit})"),
            2 => FormattableString.Invariant($"distinct({source}.customer_id where amount >= {i} EUR)"),
            3 => FormattableString.Invariant($"avg({source}.rating where amount >= {i} EUR)"),
            _ => $"{before} / {first}",
        };
        return $"/// Number {i} of its source.\nmetric {name} \"Metric {i}\" = {formula} {{\n  owner \"team@shop.example\"\n  tags  [generated]\n}}\n\n";
    }
}
