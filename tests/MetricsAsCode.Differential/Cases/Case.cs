using System.Collections.Immutable;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Cases;

/// <summary>Definitions, tables and questions as texts: what engines are given, and what a failing case is kept as.</summary>
/// <param name="Definitions">The <c>.metrics</c> file.</param>
/// <param name="Tables">Files by name.</param>
/// <param name="Questions">What is asked.</param>
internal sealed record Case(string Definitions, ImmutableSortedDictionary<string, string> Tables, ImmutableArray<QuestionSpec> Questions)
{
    /// <summary>The last day that counts; null for that of the newest row.</summary>
    public DateOnly? LastDay { get; init; }

    public static Case Of(RandomProgram program, string module) => new(
        program.Definitions(module),
        program.Sources.Where(s => s.File() is not null).ToImmutableSortedDictionary(s => s.FileName, s => s.File()!, StringComparer.Ordinal),
        program.Questions)
    {
        LastDay = program.LastDay,
    };
}
