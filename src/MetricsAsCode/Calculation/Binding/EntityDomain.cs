using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation.Binding;

/// <summary>The different values of one entity, numbered from 0.</summary>
internal sealed class EntityDomain
{
    private readonly TextDictionary texts = new();
    private readonly Dictionary<long, int> numbers = [];

    /// <summary>The number of different values.</summary>
    public int Count => texts.Count + numbers.Count;

    /// <summary>The entity's code for each code of a column's dictionary.</summary>
    public int[] Add(TextColumn column)
    {
        var codes = new int[column.Texts.Count];
        for (var code = 0; code < codes.Length; code++)
            codes[code] = texts.Add(column.Texts.Utf8(code));
        return codes;
    }

    /// <summary>The entity's code for each row of a column that is not text; -1 where it is missing.</summary>
    public int[] AddRows(Column column)
    {
        var codes = new int[column.Length];
        for (var row = 0; row < codes.Length; row++)
            codes[row] = column.IsKnown(row) ? Add(Bits(column, row)) : -1;
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

    private int Add(long value)
    {
        if (numbers.TryGetValue(value, out var code))
            return code;
        numbers.Add(value, code = numbers.Count);
        return code;
    }

    // Equal values have equal bits once both zeros of doubles are one.
    private static long Bits(Column column, int row) => column switch
    {
        ValueColumn<long> c => c[row],
        ValueColumn<int> c => c[row],
        ValueColumn<bool> c => c[row] ? 1 : 0,
        ValueColumn<double> c => BitConverter.DoubleToInt64Bits(c[row] + 0.0),
        _ => throw new InvalidOperationException($"Column `{column.Name}` is {column.GetType().Name}, which has no codes."),
    };
}
