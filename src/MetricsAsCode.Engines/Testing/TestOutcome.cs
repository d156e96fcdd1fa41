using System.Collections.Immutable;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Engines.Testing;

/// <summary>How one test of the language went.</summary>
public sealed record TestOutcome(TestSymbol Test, ImmutableArray<TestFailure> Failures)
{
    public bool HasPassed => Failures.IsEmpty;
}
