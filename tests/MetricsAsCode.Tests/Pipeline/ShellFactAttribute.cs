namespace MetricsAsCode.Tests.Pipeline;

/// <summary>A test that runs the pipeline's scripts: they need bash, and jq stands in for what `gh` has built in.</summary>
public sealed class ShellFactAttribute : FactAttribute
{
    private static readonly string[] Needed = ["bash", "jq"];

    public ShellFactAttribute()
    {
        var missing = Needed.Where(program => !IsThere(program)).ToList();
        if (missing.Count > 0)
            Skip = $"{string.Join(" and ", missing)} cannot be found. Install what is missing to test the scripts of the pipeline.";
    }

    private static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
