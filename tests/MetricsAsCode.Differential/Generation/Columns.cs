using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation;

/// <summary>Columns of every type.</summary>
internal static class Columns
{
    private static readonly string[] Zones = ["Europe/Lisbon", "America/New_York", "Asia/Kolkata", "UTC"];

    /// <summary>A column of any type; its number makes its name its source's own.</summary>
    /// <param name="source">The source.</param>
    /// <param name="number">The number.</param>
    /// <param name="foreign">The currency of money; null for the product's.</param>
    public static Gen<ColumnSpec> Any(string source, int number, string? foreign) =>
        from kind in Gen.Frequency(
            (5, Gen.Constant(ScalarKind.Text)), (4, Gen.Constant(ScalarKind.Integer)), (4, Gen.Constant(ScalarKind.Number)), (3, Gen.Constant(ScalarKind.Decimal)),
            (5, Gen.Constant(ScalarKind.Money)), (3, Gen.Constant(ScalarKind.Boolean)), (3, Gen.Constant(ScalarKind.Date)), (4, Gen.Constant(ScalarKind.Timestamp)), (3, Gen.Constant(ScalarKind.Duration)))
        from isOptional in Gen.Elements(true, false)
        from column in Of(kind, FormattableString.Invariant($"{source[0]}_{kind.ToString().ToLowerInvariant()}{number}"))
        from renamed in Gen.Choose(1, 12)
        select column with { Currency = kind == ScalarKind.Money ? foreign : null, IsOptional = isOptional, FileName = renamed == 1 ? $"The \"{column.Name}\"" : null };

    public static Gen<ColumnSpec> Of(ScalarKind kind, string name) => kind switch
    {
        ScalarKind.Text => Gen.Frequency(
            (2, Gen.Constant(new ColumnSpec(name, kind))),
            (1, Gen.Constant(new ColumnSpec(name, kind) { Closed = ["placed", "delivered", "Sent back", "Placed"] }))),
        ScalarKind.Integer => Gen.Frequency((2, Gen.Constant(new ColumnSpec(name, kind))), (1, Gen.Constant(new ColumnSpec(name, kind) { Range = (1, 5) }))),
        ScalarKind.Decimal => Gen.Elements(0, 1, 2, 4, 9, 18).Select(scale => new ColumnSpec(name, kind) { Scale = scale }),
        ScalarKind.Money => Gen.Elements<int?>(null, null, 0, 4, 6).Select(scale => new ColumnSpec(name, kind) { Scale = scale }),
        ScalarKind.Timestamp => Gen.Elements([null, .. Zones]).Select(zone => new ColumnSpec(name, kind) { Zone = zone }),
        _ => Gen.Constant(new ColumnSpec(name, kind)),
    };
}
