using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation.Binding;

/// <summary>The different values of one entity, numbered from 0.</summary>
internal sealed class EntityDomain
{
    private readonly TextDictionary texts = new();
    private readonly Dictionary<long, int> more = [];
    private NumberCodes? first;

    /// <summary>The number of different values.</summary>
    public int Count => texts.Count + (first?.Count ?? 0) + more.Count;

    /// <summary>The entity's code for each code of a column's dictionary.</summary>
    public int[] Add(TextColumn column)
    {
        var codes = new int[column.Texts.Count];
        for (var code = 0; code < codes.Length; code++)
            codes[code] = texts.Add(column.Texts.Utf8(code));
        return codes;
    }

    /// <summary>The entity's code for each row of a column that is not text; -1 where it is missing. Not to be written to.</summary>
    public int[] AddRows(Column column)
    {
        if (first is null)
            return (first = NumberCodes.Of(column)).Rows;
        var codes = new int[column.Length];
        for (var row = 0; row < codes.Length; row++)
            codes[row] = column.IsKnown(row) ? Add(NumberCodes.BitsOf(column, row)) : -1;
        return codes;
    }

    /// <summary>The entity's code for each row of a column; -1 where it is missing.</summary>
    public int[] CodesOf(Column column)
    {
        if (column is not TextColumn texts)
            return AddRows(column);
        var meaning = Add(texts);
        var codes = texts.Codes.ToArray();
        for (var row = 0; row < codes.Length; row++)
            codes[row] = codes[row] < 0 ? -1 : meaning[codes[row]];
        return codes;
    }

    // The other columns of an entity mostly refer to the first.
    private int Add(long bits)
    {
        var code = first!.Find(bits);
        if (code >= 0)
            return code;
        if (!more.TryGetValue(bits, out code))
            more.Add(bits, code = first.Count + more.Count);
        return code;
    }
}
