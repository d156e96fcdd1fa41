using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Binding.Model.Printing;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Engines.Explaining;

// 1. What is equal to a `let`'s meaning is called by its name: formulas compare by structure.
// 2. Inside a longer text a name stands for the words it means only where those stand whole: `set(…) over …` always does; rows and combined sets where
//    brackets, commas or the words before and after bound them. Longer meanings come first.

/// <summary>Finds the <c>let</c>s in formulas, which hold only what they mean.</summary>
internal sealed class LetNames
{
    private readonly IReadOnlyList<LetSymbol> lets;
    private readonly IReadOnlyList<(string Words, string Name, LetForm Form)> meanings;

    public LetNames(IEnumerable<LetSymbol> lets)
    {
        this.lets = [.. lets];
        meanings =
        [
            .. this.lets.Select(Meaning).Where(m => m.Words.Length > 0 && m.Words != m.Name)
                .OrderByDescending(m => m.Words.Length).ThenBy(m => m.Name, StringComparer.Ordinal),
        ];
    }

    public LetSymbol? Of(BoundRows rows) => lets.FirstOrDefault(l => rows.Steps.Count > 0 && rows.Equals(l.Rows));

    public LetSymbol? Of(EntitySet set) => lets.FirstOrDefault(l => set.Equals(l.Set));

    public LetSymbol? Of(Measure measure) => lets.FirstOrDefault(l => measure.Equals(l.Number));

    /// <summary>A formula in words with names for what they mean; not with that of the definition it is itself.</summary>
    public string In(string words, LetSymbol? except = null) => meanings.Where(m => m.Name != except?.Name).Aggregate(words, Replace);

    private static (string Words, string Name, LetForm Form) Meaning(LetSymbol let) => let switch
    {
        { Set: { } set } => (SetPrinter.Print(set), let.Name, IsCall(set) ? LetForm.Call : LetForm.Set),
        { Rows: { } rows } => (RowsText.Of(rows), let.Name, LetForm.Rows),
        { Number: AggregateMeasure or ShareMeasure or SizeMeasure or PerMeasure or SharePerMeasure or EachMeasure } => (MeasurePrinter.Print(let.Number), let.Name, LetForm.Call),
        _ => ("", let.Name, LetForm.Call),
    };

    /// <summary>Rows' values with or without windows, which bind tighter than all else.</summary>
    private static bool IsCall(EntitySet set) => set is SetOfRows || (set is SetWindow window && IsCall(window.Set));

    private static string Replace(string text, (string Words, string Name, LetForm Form) meaning)
    {
        var (words, name, form) = meaning;
        int at = 0;
        while ((at = text.IndexOf(words, at, StringComparison.Ordinal)) >= 0)
        {
            bool isWhole = form == LetForm.Call || (IsBoundBefore(text[..at]) && IsBoundAfter(text[(at + words.Length)..], form));
            text = isWhole ? text[..at] + name + text[(at + words.Length)..] : text;
            at += isWhole ? name.Length : words.Length;
        }

        return text;
    }

    private static bool IsBoundBefore(string before) => before.Length == 0 || before[^1] == '(' || before.EndsWith(" per ", StringComparison.Ordinal);

    // Behind rows a window is theirs; behind a combined set it is that of its last part.
    private static bool IsBoundAfter(string after, LetForm form) =>
        after.Length == 0 || after[0] is ')' or ','
        || (form == LetForm.Rows && (after.StartsWith(" over ", StringComparison.Ordinal) || after.StartsWith(" at ", StringComparison.Ordinal)));

    private enum LetForm
    {
        /// <summary>A function and its brackets, and windows behind them: whole anywhere.</summary>
        Call,
        Rows,
        Set,
    }
}
