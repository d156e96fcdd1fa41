using System.Globalization;
using System.Numerics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines.Reference.Numbers;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines.Reference.Measures;

/// <summary>The name of a group: the value in invariant text, as a file of its column would hold it.</summary>
internal static class GroupText
{
    public static string Of(Scalar group, ColumnSymbol column) =>
        group is NumberScalar { Number: ExactNumber { Scale: 0 } micros } && column.Type.Kind == ScalarKind.Duration
            ? Digits(micros.Unscaled, 6) + " seconds"
            : Of(group);

    /// <summary>The name of an entity, which is what its key says.</summary>
    public static string Of(Scalar entity) => entity switch
    {
        TextScalar text => text.Text,
        TruthScalar truth => truth.IsTrue ? "true" : "false",
        DateScalar date => date.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimestampScalar timestamp => new Instant(timestamp.Microseconds).ToString(),
        NumberScalar { Number: ExactNumber exact } => Digits(exact.Unscaled, exact.Scale),
        NumberScalar { Number: RealNumber real } => real.Value.ToString("R", CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"{entity} has no name."),
    };

    private static string Digits(BigInteger unscaled, int scale)
    {
        string digits = BigInteger.Abs(unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        string sign = unscaled.Sign < 0 ? "-" : "";
        return scale == 0 ? sign + digits : $"{sign}{digits[..^scale]}.{digits[^scale..]}";
    }
}
