namespace MetricsAsCode.Simulation.Blinkit;

/// <summary>What the definitions are to find in the Blinkit data. `metrics-defs/blinkit/data/README.md` says the same to readers.</summary>
internal static class BlinkitPlants
{
    /// <summary>From 1 June 2026 a competitor delivers in Pune: customers there leave several times as often.</summary>
    public static readonly int Competitor = Clock.DayOf(2026, 6, 1);

    public const string CompetitorCity = "Pune";
    public const double LeavesForCompetitor = 4.5;

    /// <summary>In the week from 13 July 2026 (2026-W29) the chat of the support desk was down.</summary>
    public static readonly int SlowWeek = Clock.DayOf(2026, 7, 13);

    public const double SlowWeekResponse = 6;
    public const double SlowWeekResolution = 4;

    /// <summary>From 6 to 26 April 2026 the first order is half price: twice the visits, and customers who stay less.</summary>
    public static readonly int Promotion = Clock.DayOf(2026, 4, 6);

    public const int PromotionDays = 21;
    public const double TakesPromotion = 0.65;
    public const double LeavesAfterPromotion = 6;
    public const double PaceAfterPromotion = 0.55;

    /// <summary>In the app, unhappy customers answer a quarter as often as happy ones; called by lot on the phone, nearly all answer.</summary>
    public const double HappyAnswer = 0.50;

    public const double UnhappyAnswer = 0.12;
    public const double PhoneAnswer = 0.90;
    public const double AskedByPhone = 0.25;

    /// <summary>From 1 June 2026 a day of advertising in social media costs twice as much and brings no more visits.</summary>
    public static readonly int DearerChannel = Clock.DayOf(2026, 6, 1);

    /// <summary>From 1 July 2026 the checkout has fewer steps: fewer carts are left behind.</summary>
    public static readonly int NewCheckout = Clock.DayOf(2026, 7, 1);

    public const double LeavesCart = 0.36;
    public const double LeavesCartNow = 0.27;

    /// <summary>The loyalty programme: for few from 6 April 2026, for all from 6 July. Who buys much enrols; being a member adds this to an order, and no more.</summary>
    public static readonly int Pilot = Clock.DayOf(2026, 4, 6);

    public static readonly int Launch = Clock.DayOf(2026, 7, 6);

    public const double MemberBasket = 1.10;
    public const double MemberLeaves = 0.4;

    public static bool IsSlow(int day) => day >= SlowWeek && day < SlowWeek + 7;

    public static bool IsPromotion(int day) => day >= Promotion && day < Promotion + PromotionDays;
}
