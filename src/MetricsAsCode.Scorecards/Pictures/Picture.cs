namespace MetricsAsCode.Scorecards.Pictures;

/// <summary>A picture as a file.</summary>
/// <param name="Name">The file's path below the folder of the scorecard's own file, with <c>/</c>, e.g. <c>shop-q3/north_star.svg</c>.</param>
/// <param name="Svg">The picture, the same bytes for the same model; ends with a line end.</param>
public sealed record Picture(string Name, string Svg);
