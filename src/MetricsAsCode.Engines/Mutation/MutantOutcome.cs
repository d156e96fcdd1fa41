namespace MetricsAsCode.Engines.Mutation;

/// <summary>What became of a changed definition.</summary>
public enum MutantFate
{
    /// <summary>A test failed, as it should.</summary>
    Killed,

    /// <summary>The compiler did not let it through.</summary>
    Refused,

    /// <summary>It means the same: the plan of every module is unchanged.</summary>
    Same,

    /// <summary>All tests passed although it means something else.</summary>
    Survived,
}

/// <summary>A change and what became of it.</summary>
/// <param name="Mutation">The change.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="By">The test that failed, or what the compiler said; null for the other fates.</param>
public sealed record MutantOutcome(Mutation Mutation, MutantFate Fate, string? By = null)
{
    /// <summary>Why a survivor may survive, in the words of whoever looked at it; null when nobody has explained it.</summary>
    public string? Explanation { get; init; }

    /// <summary>Whether it is a hole in the tests.</summary>
    public bool IsFinding => Fate == MutantFate.Survived && Explanation is null;
}
