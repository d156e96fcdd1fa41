using System.Collections.Immutable;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Running;

/// <summary>What the binder accepts of a program: metrics and declarations in error are left out, with those that use them.</summary>
internal static class Sound
{
    /// <param name="refused">Called with each finding, and the line that it is about.</param>
    public static RandomProgram? Of(RandomProgram program, Action<Diagnostic, string>? refused = null)
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
                foreach (var error in e.Errors)
                    refused?.Invoke(error, definitions.Split('\n')[error.Location.Start.Line - 1]);
                var wrong = e.Errors.Select(d => NameAt(definitions, d.Location.Start.Line)).ToHashSet(StringComparer.Ordinal);
                var kept = program with
                {
                    Metrics = [.. program.Metrics.Where(m => !wrong.Contains(m.Name))],
                    Declarations = [.. program.Declarations.Where(d => !wrong.Contains(d.Name))],
                };
                if (kept.Metrics.Length == program.Metrics.Length && kept.Declarations.Length == program.Declarations.Length)
                    return null;
                program = kept;
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

    // `metric m3 as percent = …`, `define d0(x number) = …`
    private static string NameAt(string definitions, int line) =>
        definitions.Split('\n')[line - 1].Split(' ', '(') is ["metric" or "funnel" or "cohort" or "segment" or "define", var name, ..] ? name : "";
}
