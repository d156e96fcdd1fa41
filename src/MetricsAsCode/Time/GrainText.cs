namespace MetricsAsCode.Time;

/// <summary>How grains are written: <c>month</c>, <c>months</c>.</summary>
internal static class GrainText
{
    private static readonly string[] Words = ["day", "week", "month", "quarter", "year"];

    internal static string Word(this Grain grain) => Words[(int)grain];

    internal static bool TryParse(ReadOnlySpan<char> word, out Grain grain)
    {
        for (var i = 0; i < Words.Length; i++)
        {
            if (word.SequenceEqual(Words[i]))
            {
                grain = (Grain)i;
                return true;
            }
        }

        grain = default;
        return false;
    }
}
