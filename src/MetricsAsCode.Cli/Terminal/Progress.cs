namespace MetricsAsCode.Cli.Terminal;

/// <summary>A word on the terminal's error stream while something takes longer than a second; nothing where nobody watches.</summary>
internal sealed class Progress : IDisposable
{
    /// <summary>Takes away the line at hand.</summary>
    public const string Wipe = "\r\u001b[2K";

    private readonly ToolConsole console;
    private readonly Func<string> what;
    private readonly Timer? timer;
    private readonly Lock gate = new();
    private bool isShown;
    private bool isOver;
    private int seconds;

    public Progress(ToolConsole console, string what)
        : this(console, () => what)
    {
    }

    /// <param name="what">What is going on, and how far it is.</param>
    public Progress(ToolConsole console, Func<string> what)
    {
        (this.console, this.what) = (console, what);
        if (console.ErrorIsTerminal)
            timer = new Timer(_ => Show(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    public void Dispose()
    {
        timer?.Dispose();
        lock (gate)
        {
            isOver = true;
            if (isShown)
                console.Error.Write(Wipe);
            isShown = false;
        }
    }

    private void Show()
    {
        lock (gate)
        {
            if (isOver)
                return;
            console.Error.Write(FormattableString.Invariant($"{Wipe}{what()} … {++seconds} s"));
            isShown = true;
        }
    }
}
