using MetricsAsCode.Simulation.Blinkit;
using MetricsAsCode.Simulation.Slack;
using MetricsAsCode.Simulation.Success;
using MetricsAsCode.Simulation.Support;
using MetricsAsCode.Simulation.Uber;

namespace MetricsAsCode.Simulation;

/// <summary>Writes the files of one module.</summary>
internal delegate void Simulate(DataFolder folder, ulong seed, int scale);

/// <summary>The modules that have simulated data.</summary>
internal static class Simulations
{
    /// <summary>The seed of the files that the repository keeps.</summary>
    public const ulong Seed = 20260701;

    private static readonly (string Module, Simulate Write)[] All =
    [
        ("blinkit", static (folder, seed, scale) => new BlinkitSimulation(seed, scale).Write(folder)),
        ("slack", static (folder, seed, scale) => new SlackSimulation(seed, scale).Write(folder)),
        ("success", static (folder, seed, scale) => new SuccessSimulation(seed, scale).Write(folder)),
        ("support", static (folder, seed, scale) => new SupportSimulation(seed, scale).Write(folder)),
        ("uber", static (folder, seed, scale) => new UberSimulation(seed, scale).Write(folder)),
    ];

    public static IEnumerable<string> Names => All.Select(s => s.Module);

    public static Simulate? Find(string module) => All.FirstOrDefault(s => s.Module == module).Write;
}
