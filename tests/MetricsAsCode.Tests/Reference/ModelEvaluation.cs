using System.Globalization;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Engines.Reference;
using MetricsAsCode.Results;
using MetricsAsCode.Time;

namespace MetricsAsCode.Tests.Reference;

/// <summary>Evaluates measures of a hand-made module.</summary>
public static class ModelEvaluation
{
    /// <param name="asOf">The newest day with data, e.g. <c>2026-06-30</c>; null for the default.</param>
    public static ReferenceEngine Engine(this ModelBuilder model, string? asOf = null)
    {
        if (asOf is null)
            return new ReferenceEngine(model.Module, model.Frames);
        var product = model.Module.Product;
        var calendar = new MetricsAsCode.Time.Calendar(TimeZoneInfo.FindSystemTimeZoneById(product.TimeZone));
        return new ReferenceEngine(model.Module, model.Frames, calendar.StartOf(DateOnly.Parse(asOf, CultureInfo.InvariantCulture).AddDays(1)));
    }

    public static Measurement Evaluate(this ModelBuilder model, Measure measure, string period, string? asOf = null)
    {
        var engine = model.Engine(asOf);
        return engine.Evaluate(measure, engine.Days(period));
    }

    /// <summary>The values by group, written out: <c>DE 2, (missing) no value (no rows)</c>.</summary>
    public static string By(this ModelBuilder model, Measure measure, string period, string dimension, string? asOf = null)
    {
        var engine = model.Engine(asOf);
        var groups = engine.Evaluate(measure, engine.Days(period), model.Column(dimension).Column);
        return string.Join(", ", groups.Select(g => $"{g.Group ?? "(missing)"} {g.Measurement.Value}"));
    }

    /// <summary>The value as plain text, e.g. <c>12.50</c> or <c>no value (no rows)</c>.</summary>
    public static string Value(this ModelBuilder model, Measure measure, string period, string? asOf = null) =>
        model.Evaluate(measure, period, asOf).Value.ToString();

    private static Stretch Days(this ReferenceEngine engine, string period) =>
        Period.TryParse(period, out var parsed) ? engine.Calendar.StretchOf(parsed, engine.AsOf) : throw new FormatException($"`{period}` is no period.");
}
