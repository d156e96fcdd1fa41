namespace MetricsAsCode.Compiler.Emit.CSharp;

/// <summary>Gives out each name once: a name already taken gets a number, the lowest that is free. The order of claims decides, and nothing else.</summary>
internal sealed class NameScope(IEnumerable<string> reserved)
{
    private readonly HashSet<string> taken = new(reserved, StringComparer.Ordinal);

    public NameScope(params string[] reserved)
        : this((IEnumerable<string>)reserved)
    {
    }

    /// <param name="name">The name wished for.</param>
    /// <param name="otherwise">What to append when it is taken, before numbers are tried: <c>Metric</c>.</param>
    public string Claim(string name, string otherwise = "")
    {
        string free = taken.Contains(name) ? name + otherwise : name;
        for (int number = 2; !taken.Add(free); number++)
            free = name + otherwise + CSharpText.Of(number);
        return free;
    }
}
