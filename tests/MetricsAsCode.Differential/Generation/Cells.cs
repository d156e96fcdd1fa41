using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation;

/// <summary>What stands in cells.</summary>
/// <param name="Moments">The instants of the program.</param>
/// <param name="IsExtreme">Whether the largest and smallest values occur; they make sums overflow, so that most programs are without.</param>
internal sealed record Cells(Moments Moments, bool IsExtreme)
{
    // Look-alikes, combining marks, quotes, commas, and texts that sort otherwise by UTF-16 than by UTF-8.
    public static readonly Gen<string> Text = Gen.Elements(
        "", "a", "A", "b", "web", "App", "é", "e\u0301", "\U0001F600", "\uFF5E", "it's", "say \"hi\"", "x, y", " a", "null", "ß", "SS", "İ", "i", "\u2126", "Ω", "%_", "\\", "''", "{0}");

    /// <summary>A cell of a column that is neither a key nor a reference.</summary>
    public Gen<string?> Of(ColumnSpec column) =>
        from isMissing in Gen.Choose(1, column.IsOptional ? 4 : 1)
        from cell in isMissing == 2 ? Gen.Constant((string?)null) : Known(column).Select(c => (string?)c)
        select cell;

    public Gen<string> Known(ColumnSpec column) => column.Kind switch
    {
        ScalarKind.Text => column.Closed.IsEmpty ? Text : Gen.Elements(column.Closed.AsEnumerable()),
        ScalarKind.Integer when column.Range is { } range => Gen.Choose(range.Low, range.High).Select(Invariant),
        ScalarKind.Integer => Sometimes(Gen.Choose(-4, 20).Select(Invariant), "9223372036854775807", "-9223372036854775808", "9007199254740993", "-9007199254740993"),
        ScalarKind.Number => Sometimes(
            Gen.Elements("0", "-0", "0.1", "0.2", "0.3", "1", "2", "-3.5", "12.25", "1e3", "-7e-3", "33.333333333333336", "100000.5", "1e10"),
            "1.7976931348623157e308", "-1.7976931348623157e308", "5e-324", "-5e-324", "1e16", "-1e16", "9007199254740993", "2.2250738585072014e-308"),
        ScalarKind.Decimal or ScalarKind.Money => Sometimes(
            Gen.Choose(-400, 5000).Select(n => Scaled(n, ScaleOf(column))),
            Scaled(long.MaxValue, ScaleOf(column)), Scaled(-long.MaxValue, ScaleOf(column)), Scaled(1_000_000_000_000_000, ScaleOf(column))),
        ScalarKind.Boolean => Gen.Elements("true", "false", "1", "0", "TRUE"),
        ScalarKind.Date => Moments.Day.Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ScalarKind.Timestamp => from moment in Moments.Any from isLocal in Gen.Elements(true, false) select Moments.Write(moment, column.Zone, isLocal),
        ScalarKind.Duration => Sometimes(
            Gen.Elements("PT1H30M", "2 hours", "-P1DT0.5S", "0 seconds", "1 microsecond", "30 days", "P1D", "PT0.000001S", "90 seconds", "PT24H"),
            "P106751991DT4H54.775807S", "-P106751991DT4H54.775807S"),
        _ => throw new InvalidOperationException($"No cell of {column.Kind}."),
    };

    private int ScaleOf(ColumnSpec column) => column.Scale ?? (column.Kind == ScalarKind.Money && Moments.Product.Money != "JPY" ? 2 : 0);

    private Gen<string> Sometimes(Gen<string> usual, params string[] extremes) =>
        IsExtreme ? Gen.Frequency((7, usual), (1, Gen.Elements(extremes))) : usual;

    private static string Scaled(BigInteger mantissa, int scale)
    {
        if (scale == 0)
            return mantissa.ToString(CultureInfo.InvariantCulture);
        string digits = BigInteger.Abs(mantissa).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        return $"{(mantissa.Sign < 0 ? "-" : "")}{digits[..^scale]}.{digits[^scale..]}";
    }

    private static string Invariant(int value) => value.ToString(CultureInfo.InvariantCulture);
}
