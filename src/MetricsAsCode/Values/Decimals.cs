using System.Globalization;
using System.Numerics;

namespace MetricsAsCode.Values;

// A double is shown from its shortest decimal form, the one that reads back as the same double, and not from its binary digits:
// 0.1225 is a tie between 12.2% and 12.3% for everyone who sees the number written.

/// <summary>A number's decimal digits on their way to a display.</summary>
internal readonly record struct Decimals(BigInteger Digits, int Scale)
{
    internal static Decimals Of(Value value) => value.Kind == ValueKind.Exact ? Of(value.AsExact) : Of(value.AsDouble);

    internal static Decimals Of(Exact value) => new(value.Mantissa, value.Scale);

    internal static Decimals Of(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var e = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = e < 0 ? text : text[..e];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var scale = (point < 0 ? 0 : mantissa.Length - point - 1) - exponent;
        var digits = BigInteger.Parse(mantissa.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        return scale < 0 ? new(digits * PowersOfTen.Big(-scale), 0) : new(digits, scale);
    }

    internal Decimals Times(long factor) => this with { Digits = Digits * factor };

    /// <summary>Rounded half to even, or padded, to so many digits after the point.</summary>
    internal Decimals RoundTo(int scale) => scale >= Scale
        ? new(Digits * PowersOfTen.Big(scale - Scale), scale)
        : new(ExactRounding.Divide(Digits, PowersOfTen.Big(Scale - scale)), scale);

    /// <summary>Whether nothing stands after the point.</summary>
    internal bool IsWhole => (Digits % PowersOfTen.Big(Scale)).IsZero;

    internal string Write(DisplayLocale locale) => locale.Number(ExactText.Write(Digits, Scale));
}
