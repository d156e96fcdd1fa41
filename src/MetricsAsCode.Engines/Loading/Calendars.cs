using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines.Loading;

/// <summary>A product's calendar in the runtime's terms.</summary>
public static class Calendars
{
    /// <exception cref="WorkspaceException">This machine does not know the product's time zone.</exception>
    public static Calendar Of(ProductSymbol product)
    {
        try
        {
            return new Calendar(TimeZoneInfo.FindSystemTimeZoneById(product.TimeZone), product.WeekStart, product.YearStartMonth);
        }
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw new WorkspaceException($"This machine does not know the time zone `{product.TimeZone}`. Write an IANA name such as \"Europe/Berlin\", or install the system's time zone data.", e);
        }
    }
}
