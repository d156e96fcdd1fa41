using System.Runtime.CompilerServices;

namespace MetricsAsCode.Data;

/// <summary>A column of texts, each stored as the code of a dictionary entry; -1 is missing. Equal texts have equal codes.</summary>
public sealed class TextColumn : Column
{
    private readonly int[] _codes;
    private readonly Packed? _packed;

    /// <summary>Takes over the codes.</summary>
    /// <param name="name">The declared name.</param>
    /// <param name="codes">At least <paramref name="length"/> codes, each -1 or a code of the dictionary.</param>
    /// <param name="dictionary">The texts.</param>
    /// <param name="known">The rows whose code is not -1; null when there are no others.</param>
    /// <param name="length">The number of rows, when it is less than the number of codes.</param>
    public TextColumn(string name, int[] codes, TextDictionary dictionary, Bitmap? known = null, int? length = null)
        : base(name, new ColumnType(ColumnKind.Text), length ?? codes.Length, known)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Length, codes.Length, nameof(length));
        Texts = dictionary;
        _packed = Packed.TryOf(codes.AsSpan(0, Length), dictionary.Count);
        _codes = _packed is null ? codes : [];
    }

    /// <summary>Takes over codes that are packed already.</summary>
    internal TextColumn(string name, Packed codes, TextDictionary dictionary, Bitmap? known)
        : base(name, new ColumnType(ColumnKind.Text), codes.Length, known)
    {
        Texts = dictionary;
        (_packed, _codes) = (codes, []);
    }

    /// <summary>The codes in fewer bytes; null when they have four.</summary>
    internal Packed? Packed => _packed;

    /// <summary>One code per row, -1 where the text is missing.</summary>
    public TextCodes Codes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _packed is null ? new(_codes.AsSpan(0, Length), null) : new([], _packed);
    }

    /// <inheritdoc/>
    public override int Width => _packed?.Width ?? sizeof(int);

    /// <summary>The texts by code, in the order of their first appearance; a text of which no row is left may still stand here.</summary>
    public IReadOnlyList<string> Dictionary => Texts;

    /// <summary>The same dictionary with its UTF-8 bytes.</summary>
    public TextDictionary Texts { get; }

    /// <summary>The code of a text, -1 when no row has it.</summary>
    public int CodeOf(string text) => Texts.CodeOf(text);

    /// <summary>The text of a row, or null when it is missing.</summary>
    public string? Text(int row) => Codes[row] is >= 0 and var code ? Texts[code] : null;

    /// <inheritdoc/>
    public override string? Show(int row) => Text(row);

    internal override Column Pick(ReadOnlySpan<int> rows)
    {
        var codes = new int[rows.Length];
        for (int row = 0; row < codes.Length; row++)
            codes[row] = Codes[rows[row]];
        return new TextColumn(Name, codes, Texts, PickKnown(rows));
    }

    /// <summary>A column of given texts; null is missing.</summary>
    public static TextColumn Of(string name, IReadOnlyList<string?> texts)
    {
        var dictionary = new TextDictionary();
        var codes = new int[texts.Count];
        var known = Bitmap.All(texts.Count);
        for (int row = 0; row < codes.Length; row++)
        {
            codes[row] = texts[row] is { } text ? dictionary.Add(text) : -1;
            known[row] = codes[row] >= 0;
        }

        return new TextColumn(name, codes, dictionary, known.PopCount() == codes.Length ? null : known);
    }
}
