namespace MetricsAsCode.Simulation;

/// <summary>Where the files go; made when it is not there.</summary>
internal sealed class DataFolder(string path)
{
    public CsvFile Open(string name, params ReadOnlySpan<string> columns)
    {
        Directory.CreateDirectory(path);
        return new CsvFile(File.Create(Path.Combine(path, name)), columns);
    }
}
