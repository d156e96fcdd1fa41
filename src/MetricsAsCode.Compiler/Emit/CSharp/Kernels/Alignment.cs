namespace MetricsAsCode.Compiler.Emit.CSharp.Kernels;

/// <summary>Brings numbers to one form: exact ones to the larger scale, and any beside a double to doubles.</summary>
internal static class Alignment
{
    public static (RowCode Left, RowCode Right) Of(RowCode left, RowCode right)
    {
        var both = Of([left, right]);
        return (both[0], both[1]);
    }

    public static IReadOnlyList<RowCode> Of(IReadOnlyList<RowCode> numbers)
    {
        if (numbers.Any(n => n.Form == RowForm.Double))
            return [.. numbers.Select(n => n.AsDouble())];
        if (numbers.Any(n => n.Form is not (RowForm.Long or RowForm.Exact)))
            return numbers;
        int scale = numbers.Max(n => n.Scale);
        RowCode[] aligned = [.. numbers.Select(n => n.AtScale(scale))];
        return aligned.All(n => n.Form == RowForm.Long) ? aligned : [.. aligned.Select(n => n.AsExact())];
    }
}
