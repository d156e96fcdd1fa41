using FsCheck;
using FsCheck.Fluent;

namespace MetricsAsCode.Differential.Generation.Families;

/// <summary>Windows as they stand behind <c>over</c>.</summary>
internal static class Windows
{
    public static readonly Gen<string> Any = Gen.Frequency(
        (3, Gen.Constant("previous")),
        (2, Gen.Elements("previous 2", "previous 3")),
        (2, Gen.Constant("previous to date")),
        (2, Gen.Constant("same period last year")),
        (3, Gen.Elements("trailing 1 day", "trailing 7 days", "trailing 28 days", "trailing 2 weeks", "trailing 3 months", "trailing 1 quarter", "trailing 1 year")),
        (2, Gen.Elements("week to date", "month to date", "quarter to date", "year to date")),
        (2, Gen.Constant("all before")),
        (2, Gen.Constant("ever")));
}
