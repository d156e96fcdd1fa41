namespace MetricsAsCode.Data;

/// <summary>Reads CSV files into frames.</summary>
public static class CsvFile
{
    /// <summary>Reads the declared columns of a file.</summary>
    public static DataFrame Read(string path, SourceSchema schema, IReadOnlySet<string>? columns = null, CancellationToken cancellation = default) =>
        throw new NotImplementedException();
}
