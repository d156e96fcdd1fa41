using System.Globalization;
using System.Text;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Cli.Terminal;

// 1. A tab is shown as blanks up to the next multiple of four; what would steer the terminal is shown as `?`.
// 2. Carets stand under the cells of the span, not under its code units; an empty span has one caret.
// 3. A span that goes on in the next line is underlined to the end of its first.
// 4. A line longer than the window is cut on both sides of the span, with `…` at each cut.

/// <summary>The line of a finding, and carets under the exact span.</summary>
internal static class SourceExcerpt
{
    private const int TabStop = 4;
    private const int MostCells = 100;

    /// <summary>The numbered line and the line of carets.</summary>
    public static (string Source, string Carets) Of(Location location)
    {
        var start = location.Start;
        string line = location.Text.Line(start.Line);
        int from = Math.Min(start.Column - 1, line.Length);
        int to = Math.Min(from + location.Span.Length, line.Length);
        var cells = Cells.Of(line, from, to);
        var (shown, caretsFrom) = cells.Window(MostCells);
        string number = start.Line.ToString(CultureInfo.InvariantCulture).PadLeft(4);
        string carets = new string(' ', caretsFrom) + new string('^', Math.Clamp(cells.SpanWidth, 1, Math.Max(1, CellWidth.Of(shown) - caretsFrom)));
        return ($"{number} | {shown}", $"     | {carets}");
    }

    /// <summary>A line as shown, by characters with their widths, and the cells at which the span starts and ends.</summary>
    private sealed record Cells(List<(string Text, int Width)> Shown, int SpanStart, int SpanWidth)
    {
        public static Cells Of(string line, int from, int to)
        {
            var shown = new List<(string, int)>();
            int cell = 0, index = 0, start = 0, end = 0;
            foreach (var rune in line.EnumerateRunes())
            {
                var (text, width) = Show(rune, cell);
                shown.Add((text, width));
                cell += width;
                start = index + rune.Utf16SequenceLength <= from ? cell : start;
                end = index < to ? cell : end;
                index += rune.Utf16SequenceLength;
            }

            return new Cells(shown, start, to > from ? end - start : 0);
        }

        /// <summary>The part of the line around the span that fits, and where the span starts in it.</summary>
        public (string Text, int SpanStart) Window(int most)
        {
            int total = Shown.Sum(s => s.Width);
            if (total <= most)
                return (string.Concat(Shown.Select(s => s.Text)).TrimEnd(), SpanStart);
            int middle = SpanStart + (Math.Min(SpanWidth, most) / 2);
            int left = Math.Clamp(middle - (most / 2), 0, Math.Max(0, total - most));
            var text = new StringBuilder(left > 0 ? "…" : "");
            int cell = 0, cut = 0;
            foreach (var (piece, width) in Shown)
            {
                bool isInside = cell >= left && cell + width <= left + most;
                text.Append(isInside ? piece : "");
                cut += !isInside && cell < left ? width : 0;
                cell += width;
            }

            text.Append(left + most < total ? "…" : "");
            return (text.ToString(), SpanStart - cut + (left > 0 ? 1 : 0));
        }

        private static (string Text, int Width) Show(Rune rune, int cell)
        {
            if (rune.Value == '\t')
            {
                int blanks = TabStop - (cell % TabStop);
                return (new string(' ', blanks), blanks);
            }

            return Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format ? ("?", 1) : (rune.ToString(), CellWidth.Of(rune));
        }
    }
}
