namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary>How far the reading of a header came, and what could have stood there. A grammar of alternatives fails at many places; the furthest is the mistake.</summary>
internal sealed class Furthest
{
    private readonly List<Expectation> expected = [];

    public int Position { get; private set; }

    public IEnumerable<string> Spoken => expected.Where(e => e.IsSpoken).Select(e => e.Phrase).Distinct(StringComparer.Ordinal);

    public IEnumerable<string> Words => expected.Where(e => e.Word is not null).Select(e => e.Word!);

    public void Note(int position, Expectation expectation)
    {
        if (position < Position)
        {
            return;
        }

        if (position > Position)
        {
            Position = position;
            expected.Clear();
        }

        expected.Add(expectation);
    }

    /// <summary>How much is expected at a place so far.</summary>
    public int CountAt(int position) => position == Position ? expected.Count : 0;

    /// <summary>Lets a label speak for all that came to be expected at a place since <paramref name="count"/>; no label, and it is passed over in silence.</summary>
    public void Label(int position, int count, string? label)
    {
        if (position != Position || expected.Count == count)
        {
            return;
        }

        for (int i = count; i < expected.Count; i++)
        {
            expected[i] = expected[i] with { IsSpoken = false };
        }

        if (label is not null)
        {
            expected.Add(new Expectation(label));
        }
    }
}
