namespace MetricsAsCode.Compiler.Text;

/// <summary>A stretch of a source text, in UTF-16 code units.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;

    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>The empty span just behind this one: where something missing is reported.</summary>
    public TextSpan After => new(End, 0);

    public TextSpan To(TextSpan last) => FromBounds(Math.Min(Start, last.Start), Math.Max(End, last.End));

    public bool Contains(TextSpan inner) => Start <= inner.Start && inner.End <= End;

    /// <summary>Written by hand: a record prints its properties, and <see cref="After"/> has itself as one.</summary>
    public override string ToString() => FormattableString.Invariant($"{Start}..{End}");
}
