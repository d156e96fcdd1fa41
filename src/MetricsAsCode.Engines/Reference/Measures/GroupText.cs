using System.Globalization;
using System.Numerics;
using MetricsAsCode.Engines.Reference.Numbers;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines.Reference.Measures;

/// <summary>The name of a group: the value in invariant text, as a file would hold it.</summary>
internal static class GroupText
{
    public static string Of(Scalar group) => group switch
    {
        TextScalar text => text.Text,
        TruthScalar truth => truth.IsTrue ? "true" : "false",
        DateScalar date => date.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimestampScalar timestamp => new Instant(timestamp.Microseconds).ToString(),
        NumberScalar { Number: ExactNumber exact } => Digits(exact),
        NumberScalar { Number: RealNumber real } => real.Value.ToString("R", CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"{group} is no group."),
    };

    private static string Digits(ExactNumber number)
    {
        string digits = BigInteger.Abs(number.Unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(number.Scale + 1, '0');
        string sign = number.Unscaled.Sign < 0 ? "-" : "";
        return number.Scale == 0 ? sign + digits : $"{sign}{digits[..^number.Scale]}.{digits[^number.Scale..]}";
    }
}
