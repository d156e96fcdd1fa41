namespace MetricsAsCode.Engines.ClickHouse;

/// <summary>A ClickHouse that answers one statement at a time: a server over HTTP, or the engine in this process.</summary>
internal interface IClickHouse : IDisposable
{
    /// <summary>Runs a statement and gives what it returns, in the format that the statement names.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="data">What an <c>INSERT … FORMAT</c> puts in; empty for others.</param>
    /// <param name="cancellation">Stops the engine soon.</param>
    /// <exception cref="ClickHouseException">The engine refuses it, or cannot be reached.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    ReadOnlyMemory<byte> Run(string sql, ReadOnlyMemory<byte> data, CancellationToken cancellation);
}
