using System.Collections.Immutable;
using System.Text;

namespace MetricsAsCode.Differential.Model;

/// <summary>
/// A piece of a program: the production that made it, its text with <c>{0}</c>, <c>{1}</c> for its children (any other brace stands for itself), and the sort of thing it stands for.
/// Pieces of one sort can stand for each other, which is what shrinking goes by.
/// </summary>
/// <param name="Sort">E.g. <c>row integer of orders</c>, <c>a count</c>, <c>set of customers.id</c>.</param>
/// <param name="Production">The production's name, as the histogram shows it.</param>
/// <param name="Text">The text; of a piece without children it is written as it stands.</param>
/// <param name="Children">The pieces in it.</param>
internal sealed record Term(string Sort, string Production, string Text, ImmutableArray<Term> Children)
{
    private const string ColumnProduction = "column";

    /// <summary>The rows whose columns child 0 names in full, since an aggregate takes its rows from the first name in it.</summary>
    public string? Rows { get; init; }

    public static Term Leaf(string sort, string production, string text) => new(sort, production, text, []);

    public static Term Of(string sort, string production, string text, params IEnumerable<Term> children) => new(sort, production, text, [.. children]);

    /// <summary>A column, or a path of references to one.</summary>
    public static Term Column(string sort, string path) => Leaf(sort, ColumnProduction, path);

    public bool HasColumn => Production == ColumnProduction || Children.Any(c => c.HasColumn);

    public IEnumerable<Term> SelfAndBelow() => Children.SelectMany(c => c.SelfAndBelow()).Prepend(this);

    public override string ToString() => Write("");

    private string Write(string qualifier)
    {
        if (Children.IsEmpty)
            return Production == ColumnProduction ? qualifier + Text : Text;
        var text = new StringBuilder();
        for (int i = 0; i < Text.Length; i++)
        {
            if (Text[i] == '{' && char.IsAsciiDigit(Text[i + 1]))
            {
                int child = Text[i + 1] - '0';
                string inner = Rows is null ? qualifier : child == 0 ? Rows + "." : "";
                text.Append(Children[child].Write(inner));
                i += 2;
            }
            else
            {
                text.Append(Text[i]);
            }
        }

        return text.ToString();
    }
}
