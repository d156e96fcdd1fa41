namespace MetricsAsCode.Scorecards.Markdown;

/// <summary>A share as one block that is the fuller the higher it is: <c>░</c> up to a quarter, then <c>▒</c>, <c>▓</c>, and <c>█</c> above three quarters.</summary>
internal static class Shade
{
    internal static string Of(double share) => share switch
    {
        > 0.75 => "█",
        > 0.5 => "▓",
        > 0.25 => "▒",
        _ => "░",
    };
}
