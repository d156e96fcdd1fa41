namespace MetricsAsCode.Simulation;

/// <summary>Choices that are not equally likely. Weights are in hundredths and make 100.</summary>
internal sealed class Weighted<T>(params (T Choice, int Weight)[] choices)
{
    public T Draw(ref SplitMix64 random)
    {
        int left = random.Below(100);
        foreach (var (choice, weight) in choices)
        {
            left -= weight;
            if (left < 0)
            {
                return choice;
            }
        }

        throw new InvalidOperationException($"The weights of {choices.Length} choices make less than 100.");
    }
}
