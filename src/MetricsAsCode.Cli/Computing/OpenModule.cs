using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Results;

namespace MetricsAsCode.Cli.Computing;

/// <summary>A module whose data are open: ready to answer.</summary>
internal sealed record OpenModule(ModuleSymbol Module, IMetricEngine Engine) : IDisposable
{
    /// <summary>Closes the connection, if there is one.</summary>
    public void Dispose() => (Engine as IDisposable)?.Dispose();
}
