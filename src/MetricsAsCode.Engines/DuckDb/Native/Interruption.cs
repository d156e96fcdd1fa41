namespace MetricsAsCode.Engines.DuckDb.Native;

/// <summary>
/// Stops a running statement when asked to. The engine forgets an interrupt that comes just before a statement begins, so it is told again until the statement has ended.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private const int EveryMilliseconds = 20;
    private readonly Lock _gate = new();
    private readonly ConnectionHandle _connection;
    private readonly Timer _timer;
    private readonly CancellationTokenRegistration _registration;
    private bool _hasEnded;

    private Interruption(ConnectionHandle connection, CancellationToken cancellation)
    {
        _connection = connection;
        _timer = new Timer(_ => Interrupt(), null, Timeout.Infinite, Timeout.Infinite);
        _registration = cancellation.Register(() => _timer.Change(0, EveryMilliseconds));
    }

    /// <summary>Watches until disposed; null when nobody can ask.</summary>
    public static Interruption? Of(ConnectionHandle connection, CancellationToken cancellation) =>
        cancellation.CanBeCanceled ? new Interruption(connection, cancellation) : null;

    public void Dispose()
    {
        _registration.Dispose();
        lock (_gate)
            _hasEnded = true;
        _timer.Dispose();
    }

    private void Interrupt()
    {
        lock (_gate)
        {
            if (!_hasEnded)
                DuckDbNative.Interrupt(_connection);
        }
    }
}
