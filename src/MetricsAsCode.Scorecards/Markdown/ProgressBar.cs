namespace MetricsAsCode.Scorecards.Markdown;

/// <summary>A share as ten blocks, e.g. <c>▰▰▰▰▰▰▱▱▱▱</c>. The last block fills only when all is done, the first as soon as something is.</summary>
internal static class ProgressBar
{
    private const int Blocks = 10;

    internal static string Of(double share)
    {
        var filled = share >= 1 ? Blocks : share <= 0 || double.IsNaN(share) ? 0 : Math.Clamp((int)Math.Round(share * Blocks, MidpointRounding.ToEven), 1, Blocks - 1);
        return new string('▰', filled) + new string('▱', Blocks - filled);
    }
}
