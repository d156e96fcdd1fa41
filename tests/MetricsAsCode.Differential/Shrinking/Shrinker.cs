using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Data;
using MetricsAsCode.Differential.Cases;
using MetricsAsCode.Differential.Generation;
using MetricsAsCode.Differential.Model;
using MetricsAsCode.Differential.Running;

namespace MetricsAsCode.Differential.Shrinking;

/// <summary>Makes a failing program as small as it gets in a while.</summary>
internal static class Shrinker
{
    private static readonly Arbitrary<RandomProgram> Programs = Arb.From(Generation.Programs.Any(null), Shrinks.Of);

    public static RandomProgram Shrink(Failure failure, TimeSpan most)
    {
        var watch = Stopwatch.StartNew();
        var smallest = failure.Program;
        while (watch.Elapsed < most && Programs.Shrinker(smallest).TakeWhile(_ => watch.Elapsed < most).FirstOrDefault(p => Fails(p, failure)) is { } smaller)
            smallest = smaller;
        return smallest;
    }

    // Fails alike: the same engine differs, or the same is thrown.
    private static bool Fails(RandomProgram program, Failure failure)
    {
        try
        {
            var found = Comparing.Judge(Case.Of(program, "p"), failure.Engine);
            return found.Count > 0 && IsThrown(found) == IsThrown(failure.Differences);
        }
        catch (Exception e) when (e is UnboundException or DataException or KeyNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsThrown(IReadOnlyList<string> differences) => differences[0].StartsWith("threw ", StringComparison.Ordinal);
}
