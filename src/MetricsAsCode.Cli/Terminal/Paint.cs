namespace MetricsAsCode.Cli.Terminal;

/// <summary>The few colours of the tool, as escape sequences that are left out where nobody sees them.</summary>
internal readonly struct Paint(bool colours)
{
    public string Error(string text) => With("1;31", text);

    public string Warning(string text) => With("1;33", text);

    public string Good(string text) => With("32", text);

    public string Faint(string text) => With("2", text);

    public string Strong(string text) => With("1", text);

    private string With(string code, string text) => colours && text.Length > 0 ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
