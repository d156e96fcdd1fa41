using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines.Loading;

/// <summary>A product's calendar in the runtime's terms.</summary>
public static class Calendars
{
    /// <exception cref="TimeZoneNotFoundException">This machine does not know the product's time zone.</exception>
    public static Calendar Of(ProductSymbol product) => new(TimeZoneInfo.FindSystemTimeZoneById(product.TimeZone), product.WeekStart, product.YearStartMonth);
}
