using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Shared;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>
/// Binds a product in two steps: first what columns need (calendar, currency), and when sources and metrics are known, what refers to those.
/// </summary>
internal static class ProductBinder
{
    private static readonly string[] Days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    public static ProductSymbol Bind(ProductDeclaration declaration, Scope scope)
    {
        CheckRepeated(declaration, scope);
        var product = declaration.Members.Aggregate(
            new ProductSymbol { Label = declaration.Label.Value, Location = scope.At(declaration.Name) },
            (built, member) => member switch
            {
                ProductText text => Text(built, text, scope),
                ProductWord word => Word(built, word, scope),
                ProductThreshold threshold => Threshold(built, threshold, scope),
                _ => built,
            });
        CheckThresholds(declaration, product, scope);
        return product;
    }

    /// <summary>Adds the sources of <c>as of</c> and the north star.</summary>
    public static ProductSymbol BindReferences(ProductDeclaration declaration, ProductSymbol product, Scope scope)
    {
        foreach (var member in declaration.Members)
        {
            switch (member)
            {
                case ProductAsOf asOf:
                    product = product with { AsOfSources = [.. asOf.Sources.Select(s => AsOfSource(s, scope)).Where(s => s is not null).Select(s => s!)] };
                    break;
                case ProductNorthStar star:
                    product = product with { NorthStar = MetricReferences.Find(star.Metric, scope) };
                    break;
            }
        }

        return product;
    }

    private static ProductSymbol Text(ProductSymbol product, ProductText text, Scope scope) => text.Keyword.Text switch
    {
        "goal" => product with { Goal = text.Value.Value },
        "vision" => product with { Vision = text.Value.Value },
        "value" => product with { Values = product.Values.Add(text.Value.Value) },
        "locale" => product with { Locale = LocaleName(text.Value, scope) },
        "timezone" => product with { TimeZone = ZoneName(text.Value, scope) },
        _ => throw new InvalidOperationException($"Unexpected product text {text.Keyword.Text}."),
    };

    private static ProductSymbol Word(ProductSymbol product, ProductWord word, Scope scope)
    {
        switch (word.Keyword.Text)
        {
            case "currency" when CurrencyCodes.Exists(word.Value.Text):
                return product with { Currency = word.Value.Text };
            case "currency":
                scope.Report(TypeErrors.CurrencyUnknown(scope.At(word.Value), word.Value.Text, CurrencyCodes.Names));
                return product;
            case "week":
                return Index(word.Value, Days, scope) is { } day ? product with { WeekStart = (DayOfWeek)day } : product;
            case "year":
                return Index(word.Value, Months, scope) is { } month ? product with { YearStartMonth = month + 1 } : product;
            default:
                throw new InvalidOperationException($"Unexpected product word {word.Keyword.Text}.");
        }
    }

    private static int? Index(Identifier word, string[] words, Scope scope)
    {
        int index = Array.IndexOf(words, word.Text);
        if (index < 0 && !word.IsMissing)
        {
            scope.Report(NameErrors.WordUnknown(scope.At(word), word.Text, words));
        }

        return index < 0 ? null : index;
    }

    /// <summary>A name of the time zone database; UTC stands in for an unknown one, which is reported.</summary>
    public static string ZoneName(TextExpression zone, Scope scope)
    {
        if (TimeZones.Exists(zone.Value))
        {
            return zone.Value;
        }

        scope.Report(TypeErrors.ZoneUnknown(scope.At(zone), zone.Value, TimeZones.Names));
        return "UTC";
    }

    /// <summary>A name that the table of locales has; an unknown one is reported and changes nothing.</summary>
    private static string? LocaleName(TextExpression locale, Scope scope)
    {
        if (Locales.Find(locale.Value) is { } known)
        {
            return known.Tag;
        }

        scope.Report(TypeErrors.LocaleUnknown(scope.At(locale), locale.Value, Locales.All.Select(l => l.Tag)));
        return null;
    }

    private static ProductSymbol Threshold(ProductSymbol product, ProductThreshold threshold, Scope scope)
    {
        if (Constants.Value(threshold.Value) is not (> 0 and <= 1 and var share))
        {
            scope.Report(ObjectiveErrors.OutOfRange(scope.At(threshold.Value), "A threshold", "0% to 100%"));
            return product;
        }

        return threshold.Status == "on track" ? product with { OnTrackFrom = share } : product with { AtRiskFrom = share };
    }

    private static void CheckThresholds(ProductDeclaration declaration, ProductSymbol product, Scope scope)
    {
        if (product.OnTrackFrom > product.AtRiskFrom)
        {
            return;
        }

        scope.Report(TypeErrors.CannotBe(
            scope.At(declaration.Members.OfType<ProductThreshold>().Last().Value),
            FormattableString.Invariant($"Nothing would be at risk: on track begins at {product.OnTrackFrom:0.##%}, at risk at {product.AtRiskFrom:0.##%}"),
            "Let `at risk` begin below `on track`"));
    }

    private static SourceSymbol? AsOfSource(PathSyntax path, Scope scope)
    {
        if (scope.Module.Find(path, out int used) is not NamedSource { Source: var source } || used != path.Parts.Length)
        {
            scope.Report(NameErrors.NotDefined(scope.At(path), path.Text, scope.Module.ValueNames));
            return null;
        }

        if (source.IsStatic)
        {
            scope.Report(TypeErrors.CannotBe(scope.At(path), $"`{source.Name}` has no time, so it does not say how far the data reaches", "Name a source with a `time` column"));
            return null;
        }

        return source;
    }

    /// <summary>Only <c>value</c> may stand more than once.</summary>
    private static void CheckRepeated(ProductDeclaration declaration, Scope scope)
    {
        var repeated = declaration.Members.GroupBy(Key, StringComparer.Ordinal).Where(g => g.Key != "value").SelectMany(g => g.Skip(1));
        foreach (var member in repeated)
        {
            scope.Report(TypeErrors.CannotBe(scope.At(member), $"The product says `{Key(member)}` already", "Keep one of the two"));
        }
    }

    private static string Key(ProductMember member) => member switch
    {
        ProductText text => text.Keyword.Text,
        ProductWord word => word.Keyword.Text,
        ProductAsOf => "as of",
        ProductNorthStar => "north star",
        ProductThreshold threshold => threshold.Status,
        _ => throw new InvalidOperationException($"Unexpected member {member.GetType().Name}."),
    };
}
