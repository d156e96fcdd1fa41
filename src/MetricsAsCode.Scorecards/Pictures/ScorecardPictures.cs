using System.Collections.Immutable;
using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Scorecards.Pictures.Charts;

namespace MetricsAsCode.Scorecards.Pictures;

/// <summary>Draws the pictures of a scorecard. Pure: the same scorecard gives the same bytes.</summary>
public sealed class ScorecardPictures
{
    private readonly ImmutableArray<Picture>.Builder pictures = ImmutableArray.CreateBuilder<Picture>();
    private readonly PictureNames names;

    private ScorecardPictures(string folder) => names = new(folder);

    /// <summary>The folder of a scorecard's pictures, beside its own file: <c>MODULE-NAME</c>.</summary>
    public static string FolderOf(string module, string scorecard) => $"{PictureNames.Safe(module)}-{PictureNames.Safe(scorecard)}";

    /// <summary>The scorecard with references to its pictures, and the pictures.</summary>
    public static IllustratedScorecard Draw(ScorecardModel model)
    {
        var artist = new ScorecardPictures(FolderOf(model.Module, model.Name));
        ImmutableArray<ScorecardSection> sections = [.. model.Sections.Select(artist.Illustrate)];
        ImmutableArray<MetricModel> named = [.. model.Named.Select(m => m with { Picture = m.Trend is { } trend ? artist.Add("metric", m.Name, TrendChart.Of(m.Label, trend)) : null })];
        return new(model with { Sections = sections, Named = named }, artist.pictures.ToImmutable());
    }

    private ScorecardSection Illustrate(ScorecardSection section) => section with
    {
        NorthStar = section.NorthStar is { Trend: { } trend } star ? star with { Picture = Add("north_star", null, TrendChart.Of(star.Label, trend)) } : section.NorthStar,
        Objectives = section.Objectives is { } objectives ? [.. objectives.Select(Illustrate)] : null,
        Metrics = section.Metrics is { } table ? table with { Picture = Add("metrics", null, TrendChart.Of("Trends of the metrics shown", Trends(table))) } : null,
        Funnel = section.Funnel is { } funnel ? funnel with { Picture = Add("funnel", funnel.Name, FunnelChart.Of(funnel)) } : null,
        Cohort = section.Cohort is { } cohort ? cohort with { Picture = Add("cohort", cohort.Name, CohortHeatMap.Of(cohort)) } : null,
    };

    private ObjectiveModel Illustrate(ObjectiveModel objective) => objective with
    {
        Picture = Add("objective", objective.Name, BulletChart.Of(objective)),
        TrendPicture = Add("trends", objective.Name, TrendChart.Of($"Trends: {objective.Label}", Trends(objective))),
    };

    private static (string Label, TrendModel Trend)[] Trends(MetricTable table) =>
        [.. table.Rows.Where(static r => r.Trend is not null).Select(static r => (r.Label, r.Trend!))];

    private static (string Label, TrendModel Trend)[] Trends(ObjectiveModel objective) =>
        [.. objective.KeyResults.SelectMany(static k => k.Needs.Prepend(k)).Where(static k => k.Trend is not null).Select(static k => (k.Metric ?? k.Label, k.Trend!))];

    private PictureModel? Add(string kind, string? name, (string Svg, string Alt)? drawn)
    {
        if (drawn is not { } picture)
            return null;
        var file = names.Next(kind, name);
        pictures.Add(new(file, picture.Svg));
        return new(file, picture.Alt);
    }
}
