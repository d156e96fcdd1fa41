using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary><c>as percent</c> and its like: whether the formula's unit can be shown so, and the unit that results.</summary>
internal static class DisplayBinder
{
    private static readonly Dictionary<string, DisplayKind> Words = new(StringComparer.Ordinal)
    {
        ["percent"] = DisplayKind.Percent,
        ["ratio"] = DisplayKind.Ratio,
        ["points"] = DisplayKind.Points,
        ["count"] = DisplayKind.Count,
        ["number"] = DisplayKind.Number,
        ["money"] = DisplayKind.Money,
        ["duration"] = DisplayKind.Duration,
        ["score"] = DisplayKind.Score,
        ["per"] = DisplayKind.Per,
    };

    /// <summary>The display and the unit that the metric has with it; no display when none is written or it does not fit.</summary>
    public static (Display? Display, Unit Unit) Bind(DisplaySyntax? written, Unit unit, Scope scope)
    {
        if (written is null || unit.IsError || written.Word.IsMissing)
        {
            return (null, unit);
        }

        if (!Words.TryGetValue(written.Word.Text, out var kind))
        {
            scope.Report(NameErrors.WordUnknown(scope.At(written.Word), written.Word.Text, Words.Keys));
            return (null, unit);
        }

        if (written.Base is { } of && Constants.Value(of) is { } size && (size < 1 || size != decimal.Truncate(size)))
        {
            scope.Report(ObjectiveErrors.OutOfRange(scope.At(of), $"`as {written.Word.Text}` of {of.Digits}", "the whole numbers from 1"));
            return (null, unit);
        }

        if (Result(kind, unit) is not { } result)
        {
            scope.Report(TypeErrors.CannotShow(scope.At(written), written.Word.Text, unit.InWords, Remedy(kind, unit)));
            return (null, unit);
        }

        return (new Display(kind, written.Base is { } number ? Constants.Value(number) ?? 0 : 0), result);
    }

    private static Unit? Result(DisplayKind kind, Unit unit) => kind switch
    {
        DisplayKind.Percent or DisplayKind.Ratio or DisplayKind.Points or DisplayKind.Per =>
            unit.Kind is UnitKind.Ratio or UnitKind.Number ? Unit.Ratio : null,
        DisplayKind.Count => unit.IsDimensionless ? Unit.Count : null,
        DisplayKind.Number => unit.IsDimensionless ? Unit.Number : null,
        DisplayKind.Score => unit.IsDimensionless ? Unit.Score : null,
        DisplayKind.Money => unit.Kind == UnitKind.Money ? unit : null,
        DisplayKind.Duration => unit.Kind == UnitKind.Duration ? unit : null,
        _ => null,
    };

    private static string Remedy(DisplayKind kind, Unit unit) => kind switch
    {
        DisplayKind.Percent or DisplayKind.Ratio or DisplayKind.Points or DisplayKind.Per when unit.Kind == UnitKind.Count =>
            "Divide it by what it is a share of.",
        _ => $"Leave `as` out to show it as {unit.InWords}.",
    };
}
