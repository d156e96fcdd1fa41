using System.Globalization;
using MetricsAsCode.Compiler.Binding.Model.Printing;

namespace MetricsAsCode.Compiler.Fingerprints;

/// <summary>What a product says.</summary>
internal static class ProductForms
{
    public static DeclarationForm Of(Declared at)
    {
        var product = at.Module.Product;
        Aspect[] aspects =
        [
            Aspect.Of("timezone", AspectKind.Value, product.TimeZone),
            Aspect.Of("week starts", AspectKind.Value, product.WeekStart.ToString().ToLowerInvariant()),
            Aspect.Of("year starts", AspectKind.Value, CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(product.YearStartMonth).ToLowerInvariant()),
            Aspect.Of("currency", AspectKind.Meaning, product.Currency),
            new("as of from", AspectKind.Meaning, Digest.OfSet("as of", product.AsOfSources.Select(CanonicalSources.Place)), string.Join(", ", product.AsOfSources.Select(s => s.Name))),
            Declared.ListOf("north star", AspectKind.Meaning, product.NorthStar is { } star ? [at.Reference(star)] : []),
            Aspect.Of("on track", AspectKind.Meaning, Percent(product.OnTrackFrom)),
            Aspect.Of("at risk", AspectKind.Meaning, Percent(product.AtRiskFrom)),
            Aspect.Of("label", AspectKind.Metadata, product.Label),
            Aspect.Of("goal", AspectKind.Metadata, product.Goal),
            Aspect.Of("vision", AspectKind.Metadata, product.Vision),
            Aspect.Of("value", AspectKind.Metadata, string.Join("; ", product.Values)),
            Aspect.Of("locale", AspectKind.Metadata, product.Locale),
        ];
        var place = product.Location!;
        return new DeclarationForm(DeclarationKind.Product, at.Module.Name, at.Module.Name, place, [.. aspects]) { Label = product.Label };
    }

    private static string Percent(decimal share) => $"{NumberText.Of(share * 100)}%";
}
