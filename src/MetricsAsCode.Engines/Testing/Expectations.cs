using System.Globalization;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Objectives;
using MetricsAsCode.Results;
using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.Testing;

/// <summary>Compares what an expectation says with what was found. Each gives the complaint, or null when it is met.</summary>
internal static class Expectations
{
    private const decimal Noise = 1e-9m;

    // 50% is within 1 point of 49%, although 0.5 - 0.49 is not 0.01 in binary.
    private const double LastDigits = 1e-15;

    /// <summary>A metric's value, or that it has none.</summary>
    public static string? Value(ExpectSymbol expect, Measurement found)
    {
        string actual = Describe(found);
        if (expect.ExpectsNoValue)
            return found.Value.HasValue ? $"expected no value, found {actual}" : null;
        if (expect.Text is { } text)
            return found.Value.HasValue && string.Equals(found.Value.ToString(), text, StringComparison.Ordinal) ? null : $"expected {text}, found {actual}";
        decimal number = expect.Number ?? throw new InvalidOperationException($"The expectation at {expect.Location.Start} expects nothing.");
        if (!found.Value.HasValue)
            return $"expected {Show(number, found)}, found {actual}";
        return IsWithin(found.Value, number, expect.Tolerance) ? null : Differ(number, found);
    }

    /// <summary>A caveat among the result's.</summary>
    public static string? Caveat(ExpectSymbol expect, Measurement found) => found.Caveats.Contains(expect.Text, StringComparer.Ordinal)
        ? null
        : $"expected the caveat \"{expect.Text}\", found {(found.Caveats.Count == 0 ? "none" : string.Join(", ", found.Caveats.Select(c => $"\"{c}\"")))}";

    /// <summary>A key result's score, status or target.</summary>
    public static string? KeyResult(ExpectSymbol expect, KeyResultScore found) => expect.Aspect switch
    {
        ExpectAspect.Score => Score(expect, found),
        ExpectAspect.Status => Status(expect, found),
        ExpectAspect.Target => Target(expect, found.TargetValue),
        _ => throw new InvalidOperationException($"A key result has no {expect.Aspect}."),
    };

    private static string? Score(ExpectSymbol expect, KeyResultScore found)
    {
        string actual = found.Score is { } score ? score.ToString("R", CultureInfo.InvariantCulture) : $"no score ({found.Reason})";
        if (expect.ExpectsNoValue)
            return found.Score is null ? null : $"expected no score, found {actual}";
        return found.Score is { } value && IsWithin(Values.Value.Of(value), expect.Number!.Value, expect.Tolerance)
            ? null
            : FormattableString.Invariant($"expected a score of {expect.Number}, found {actual}");
    }

    private static string? Status(ExpectSymbol expect, KeyResultScore found)
    {
        string actual = Words(found.Status);
        return string.Equals(actual, expect.Text!.Replace('_', ' '), StringComparison.OrdinalIgnoreCase) ? null : $"expected the status {expect.Text.Replace('_', ' ')}, found {actual}";
    }

    private static string? Target(ExpectSymbol expect, Value found)
    {
        if (expect.ExpectsNoValue)
            return found.HasValue ? $"expected no target, found {found}" : null;
        return found.HasValue && IsWithin(found, expect.Number!.Value, expect.Tolerance)
            ? null
            : FormattableString.Invariant($"expected a target of {expect.Number}, found {found}");
    }

    /// <summary>Exact values are compared exactly, before any rounding to a double.</summary>
    private static bool IsWithin(Value found, decimal expected, decimal? tolerance)
    {
        decimal allowed = tolerance ?? Noise * Math.Max(1, Math.Abs(expected));
        return found.Kind switch
        {
            ValueKind.Exact => Exact.Subtract(found.AsExact, expected) is { } difference && difference.Abs() <= allowed,
            ValueKind.Double => Math.Abs(found.AsDouble - (double)expected) <= (double)allowed + (LastDigits * Math.Max(Math.Abs(found.AsDouble), Math.Abs((double)expected))),
            ValueKind.Boolean => found.AsBoolean == (expected != 0),
            ValueKind.Date => found.AsDate.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber == expected,
            ValueKind.Timestamp => found.AsTimestamp.Microseconds == expected,
            _ => false,
        };
    }

    // Two numbers that are written alike are told apart by their digits.
    private static string Differ(decimal expected, Measurement found)
    {
        string wanted = Show(expected, found);
        return string.Equals(wanted, found.ToString(), StringComparison.Ordinal)
            ? FormattableString.Invariant($"expected {expected}, found {found.Value}{Rest(found)}")
            : $"expected {wanted}, found {Describe(found)}";
    }

    private static string Show(decimal expected, Measurement found) => found.Unit.Kind switch
    {
        Values.UnitKind.Date => DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)expected).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Values.UnitKind.Timestamp => new Time.Instant((long)expected).ToString(),
        Values.UnitKind.Boolean => expected != 0 ? "true" : "false",
        _ => DisplayFormat.Write(Values.Value.Of((Exact)expected), found.Unit, found.Display),
    };

    private static string Describe(Measurement found) => $"{found}{(found.Value.HasValue ? Rest(found) : "")}";

    /// <summary>What the value rests on: e.g. <c> (1 / 3, n = 3)</c>.</summary>
    private static string Rest(Measurement found)
    {
        string parts = found is { Numerator: { } numerator, Denominator: { } denominator } ? $"{numerator} / {denominator}, " : "";
        return FormattableString.Invariant($" ({parts}n = {found.N})");
    }

    private static string Words(KeyResultStatus status) =>
        string.Concat(status.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : char.ToLowerInvariant(c).ToString()));
}
