namespace MetricsAsCode.Benchmarks.Parts;

/// <summary>Where things lie that are measured.</summary>
/// <param name="Data">The folder with a folder for each number of rows.</param>
/// <param name="Tool">The tool's program, built for release.</param>
/// <param name="PeerScripts">The peers' scripts.</param>
/// <param name="Northwind">Definitions that starting is measured on.</param>
internal sealed record Places(string Data, string Tool, string PeerScripts, string Northwind)
{
    public static Places In(string repository, string data) => new(
        data,
        Path.Combine(repository, "src/MetricsAsCode.Cli/bin/Release/net10.0/metrics.dll"),
        Path.Combine(repository, "tests/MetricsAsCode.Benchmarks/peers"),
        Path.Combine(repository, "metrics-defs/northwind"));

    /// <summary>This very program, for processes of its own.</summary>
    public static string Self => Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "metrics-bench.exe" : "metrics-bench");

    /// <summary>The folder of the solution that this program was built from.</summary>
    public static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MetricsAsCode.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"{AppContext.BaseDirectory} is not below a folder with MetricsAsCode.sln. Run the program where it was built.");
    }

    /// <summary>The file of orders with so many rows; it is written first when it is not there.</summary>
    public string Orders(long rows)
    {
        string folder = Path.Combine(Data, Label(rows)), path = Path.Combine(folder, Benchmarks.Data.OrdersFile.Name);
        return File.Exists(path) ? path : Benchmarks.Data.OrdersFile.Write(rows, folder);
    }

    /// <summary><c>20m</c>, <c>200k</c></summary>
    public static string Label(long rows) => rows % 1_000_000 == 0 ? FormattableString.Invariant($"{rows / 1_000_000}m") : rows % 1000 == 0 ? FormattableString.Invariant($"{rows / 1000}k") : FormattableString.Invariant($"{rows}");

    /// <summary>Reads what <see cref="Label"/> writes.</summary>
    public static long Rows(string label) => label[^1] switch
    {
        'm' => long.Parse(label[..^1], System.Globalization.CultureInfo.InvariantCulture) * 1_000_000,
        'k' => long.Parse(label[..^1], System.Globalization.CultureInfo.InvariantCulture) * 1000,
        _ => long.Parse(label, System.Globalization.CultureInfo.InvariantCulture),
    };
}
