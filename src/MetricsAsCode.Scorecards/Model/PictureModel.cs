namespace MetricsAsCode.Scorecards.Model;

/// <summary>A picture beside the scorecard's file.</summary>
/// <param name="Address">Its address relative to that file, e.g. <c>shop-q3/north_star.svg</c>.</param>
/// <param name="Alt">What it shows, in words.</param>
public sealed record PictureModel(string Address, string Alt);
