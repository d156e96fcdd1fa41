using System.Collections.Immutable;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Running;

/// <summary>What the binder accepts of a program: metrics in error are left out, with those that use them.</summary>
internal static class Sound
{
    public static RandomProgram? Of(RandomProgram program)
    {
        while (!program.Metrics.IsEmpty)
        {
            string definitions = program.Definitions("sound");
            try
            {
                Trial.Bind(definitions);
                return program;
            }
            catch (UnboundException e)
            {
                var wrong = e.Errors.Select(d => NameAt(definitions, d.Location.Start.Line)).ToHashSet(StringComparer.Ordinal);
                var kept = program.Metrics.Where(m => !wrong.Contains(m.Name)).ToImmutableArray();
                if (kept.Length == program.Metrics.Length)
                    return null;
                program = program with { Metrics = kept };
            }
        }

        return null;
    }

    public static bool Binds(RandomProgram program)
    {
        try
        {
            Trial.Bind(program.Definitions("sound"));
            return true;
        }
        catch (UnboundException)
        {
            return false;
        }
    }

    // `metric m3 as percent = …`
    private static string NameAt(string definitions, int line) =>
        definitions.Split('\n')[line - 1].Split(' ') is ["metric", var name, ..] ? name : "";
}
