using MetricsAsCode.Data;

namespace MetricsAsCode.Engines.Caching;

/// <summary>How many rows a file has, and on which lines they stand.</summary>
internal static class RowsFile
{
    public static void Write(Stream stream, DataFrame frame)
    {
        var (file, origin) = (new CheckedWriter(stream), frame.Origin!);
        file.Write(frame.RowCount);
        file.Write(origin.HeaderLine);
        file.Write(origin.Jumps.Rows.Length);
        file.Write<int>(origin.Jumps.Rows);
        file.Write<int>(origin.Jumps.Lines);
        file.Finish();
    }

    /// <summary>The number of rows and where they stand.</summary>
    /// <param name="path">What was written.</param>
    /// <param name="file">The name of the file with the rows.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static (int Rows, DataOrigin Origin) Read(string path, string file)
    {
        using var handle = File.OpenHandle(path);
        var reader = new CheckedReader(handle);
        var (rows, header, jumps) = (reader.Read<int>(), reader.Read<int>(), reader.Read<int>());
        var (jumped, lines) = (reader.Read<int>(jumps), reader.Read<int>(jumps));
        reader.Finish();
        return (rows, new DataOrigin(file, header, jumped, lines));
    }
}
