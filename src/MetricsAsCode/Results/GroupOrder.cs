using System.Globalization;
using MetricsAsCode.Calculation;

namespace MetricsAsCode.Results;

/// <summary>
/// The order of a breakdown's groups: numbers by size, then texts by their UTF-8 bytes, then the rows without a value. Dates are written so that their text order is theirs.
/// </summary>
public static class GroupOrder
{
    /// <summary>Compares names of groups; null is the group of rows without a value.</summary>
    public static IComparer<string?> Comparer { get; } = Comparer<string?>.Create(static (left, right) =>
    {
        if (left is null || right is null)
            return (left is null).CompareTo(right is null);
        var (isNumber, isOtherNumber) = (TryRead(left, out var number), TryRead(right, out var other));
        var order = isNumber && isOtherNumber ? number.CompareTo(other) : isOtherNumber.CompareTo(isNumber);
        return order != 0 ? order : Texts.Compare(left, right);
    });

    private static bool TryRead(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
}
