namespace MetricsAsCode.Benchmarks.Data;

/// <summary>The file of orders that everything is measured on.</summary>
internal static class OrdersFile
{
    public const string Name = "orders.csv";

    /// <summary>Writes the file into a folder, a few chunks at a time on all cores, and returns its path. It appears under its name when it is whole.</summary>
    public static string Write(long rows, string folder)
    {
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, Name), unfinished = path + ".part";
        using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 0))
            Write(new OrderRows(rows), stream);
        File.Move(unfinished, path, overwrite: true);
        return path;
    }

    public static void Write(OrderRows rows, Stream stream)
    {
        stream.Write(OrderRows.Header);
        var buffers = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new byte[OrderRows.ChunkRows * OrderRows.LongestRow]).ToArray();
        int[] lengths = new int[buffers.Length];
        for (long first = 0; first < rows.Chunks; first += buffers.Length)
        {
            int count = (int)Math.Min(buffers.Length, rows.Chunks - first);
            Parallel.For(0, count, i => lengths[i] = rows.Write(first + i, buffers[i]));
            for (int i = 0; i < count; i++)
                stream.Write(buffers[i], 0, lengths[i]);
        }
    }
}
