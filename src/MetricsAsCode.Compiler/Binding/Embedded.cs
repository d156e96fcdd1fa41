namespace MetricsAsCode.Compiler.Binding;

/// <summary>Texts that are shipped inside the compiler.</summary>
internal static class Embedded
{
    public static string Read(string name)
    {
        using var stream = typeof(Embedded).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"`{name}` is not embedded in the compiler.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
