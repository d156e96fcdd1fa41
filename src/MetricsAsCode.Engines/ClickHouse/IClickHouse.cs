namespace MetricsAsCode.Engines.ClickHouse;

/// <summary>A ClickHouse that answers one statement at a time: a server over HTTP, or the engine in this process.</summary>
internal interface IClickHouse : IDisposable
{
    /// <summary>Runs a statement and gives what it returns, in the format that the statement names.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="cancellation">Stops the engine soon.</param>
    /// <exception cref="ClickHouseException">The engine refuses it, or cannot be reached.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    ReadOnlyMemory<byte> Run(string sql, CancellationToken cancellation);

    /// <summary>Puts rows into a table.</summary>
    /// <param name="table">Its name as it stands in statements.</param>
    /// <param name="columns">Its columns with their types.</param>
    /// <param name="rows">The rows in the format RowBinary.</param>
    /// <param name="cancellation">Stops it soon.</param>
    /// <exception cref="ClickHouseException">The engine refuses it, or cannot be reached.</exception>
    void Insert(string table, string columns, ReadOnlyMemory<byte> rows, CancellationToken cancellation);
}
