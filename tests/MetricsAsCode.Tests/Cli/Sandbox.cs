using MetricsAsCode.Cli;
using MetricsAsCode.Cli.Terminal;

namespace MetricsAsCode.Tests.Cli;

/// <summary>A folder of its own in which the tool is run in process.</summary>
internal sealed class Sandbox : IDisposable
{
    public Sandbox() => Directory.CreateDirectory(Root);

    public string Root { get; } = Path.Combine(Path.GetTempPath(), $"metrics-{Guid.NewGuid():N}");

    /// <summary>A folder with the shop's definitions and data in metrics-defs/shop.</summary>
    public static Sandbox WithShop() => new Sandbox()
        .Write("metrics-defs/shop/shop.metrics", Shop.Definitions)
        .Write("metrics-defs/shop/data/customers.csv", Shop.Customers)
        .Write("metrics-defs/shop/data/orders.csv", Shop.Orders);

    public Sandbox Write(string file, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
        File.WriteAllText(At(file), content);
        return this;
    }

    public Sandbox Write(string file, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
        File.WriteAllBytes(At(file), content);
        return this;
    }

    public string Read(string file) => File.ReadAllText(At(file));

    public bool Has(string file) => File.Exists(At(file));

    public string At(string file) => Path.Combine(Root, file);

    /// <summary>Every file below a folder, relative to the root.</summary>
    public IEnumerable<string> Files(string folder) => Directory.Exists(At(folder))
        ? Directory.EnumerateFiles(At(folder), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal)
        : [];

    public Ran Run(params string[] arguments) => Run(new ToolConsole(TextWriter.Null, TextWriter.Null), arguments);

    public Ran Run(ToolConsole console, params string[] arguments)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        int code = MetricsTool.Run(arguments, console with { Out = output, Error = error }, Root);
        return new Ran(code, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

/// <summary>What one run of the tool gave.</summary>
internal sealed record Ran(int Code, string Out, string Error)
{
    public void ShouldSay(int code, string output = "", string error = "")
    {
        Error.ShouldBe(error);
        Out.ShouldBe(output);
        Code.ShouldBe(code);
    }

    public void ShouldFail(int code, string error) => ShouldSay(code, error: $"error: {error}\n");
}
