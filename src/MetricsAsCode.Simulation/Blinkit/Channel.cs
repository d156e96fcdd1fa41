namespace MetricsAsCode.Simulation.Blinkit;

/// <summary>Where a visitor comes from, how likely the visit ends with an install, and what a day of advertising there costs, in paise.</summary>
internal sealed record Channel(string Name, double Installs, int Spend)
{
    public static readonly Channel OrganicSearch = new("organic_search", 0.38, 0);
    public static readonly Channel StoreBrowsing = new("store_browsing", 0.28, 0);
    public static readonly Channel Referral = new("referral", 0.44, 0);
    public static readonly Channel SearchAds = new("search_ads", 0.32, 11_500);
    public static readonly Channel SocialAds = new("social_ads", 0.26, 8_500);

    public static readonly Weighted<Channel> Mix = new((OrganicSearch, 22), (StoreBrowsing, 14), (Referral, 14), (SearchAds, 24), (SocialAds, 26));

    public static readonly IReadOnlyList<Channel> Paid = [SearchAds, SocialAds];
}
