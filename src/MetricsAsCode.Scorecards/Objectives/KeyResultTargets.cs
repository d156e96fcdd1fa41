using MetricsAsCode.Objectives;
using MetricsAsCode.Values;
using Written = MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Scorecards.Objectives;

/// <summary>Targets as definitions write them, in the runtime's terms: the same amounts, exact.</summary>
internal static class KeyResultTargets
{
    internal static KeyResultTarget Of(Written.Target target) => target switch
    {
        Written.FromTo path => new FromTo(Exactly(path.From), Exactly(path.To)),
        Written.ChangeBy change => new ChangeBy(change.IsIncrease, Exactly(change.By), !change.IsAbsolute),
        Written.AtLeast level => new AtLeast(Exactly(level.Level)),
        Written.AtMost level => new AtMost(Exactly(level.Level)),
        Written.Between range => new Between(Exactly(range.Low), Exactly(range.High)),
        Written.Reach level => new Reach(Exactly(level.Level)),
        Written.Done => new Done(),
        _ => throw new InvalidOperationException($"Unexpected target {target}."),
    };

    private static Value Exactly(decimal amount) => Value.Of((Exact)amount);
}
