using MetricsAsCode.Tests.Generator;

namespace MetricsAsCode.Tests.Pipeline;

/// <summary>A job of a pipeline: a folder, variables, and programs that stand in for those of the host.</summary>
internal sealed class Job : IDisposable
{
    private readonly Dictionary<string, string> variables = new(StringComparer.Ordinal);

    public Job()
    {
        Directory.CreateDirectory(At("programs"));
        Directory.CreateDirectory(At("work"));
        variables["PATH"] = At("programs") + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        variables["JOB"] = Root;
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("metrics-job").FullName;

    public string At(string file) => Path.Combine(Root, file);

    public Job With(string variable, string value)
    {
        variables[variable] = value;
        return this;
    }

    public Job Write(string file, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
        File.WriteAllText(At(file), content);
        return this;
    }

    /// <summary>A program of that name, a script that knows the job's folder as $JOB.</summary>
    public Job Program(string name, string script)
    {
        Write($"programs/{name}", $"#!/usr/bin/env bash\n{script}");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(At($"programs/{name}"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return this;
    }

    public string Read(string file) => File.ReadAllText(At(file));

    /// <summary>The calls that a program has noted in `calls`, one a line.</summary>
    public IReadOnlyList<string> Calls => File.Exists(At("calls")) ? File.ReadAllLines(At("calls")) : [];

    public (int ExitCode, string Output) Run(string script) =>
        Dotnet.Run(At("work"), "bash", variables.Select(v => (v.Key, v.Value)), Repository.PathOf($"ci/{script}"));

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
