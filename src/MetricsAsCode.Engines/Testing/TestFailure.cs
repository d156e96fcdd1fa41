using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Engines.Testing;

/// <summary>One expectation that was not met, or a test that could not be computed.</summary>
/// <param name="Location">The expectation, or the test.</param>
/// <param name="Message">What was expected and what was found, or why nothing was; may have several lines.</param>
public sealed record TestFailure(Location Location, string Message);
