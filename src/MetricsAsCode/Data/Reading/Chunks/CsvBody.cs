using Microsoft.Win32.SafeHandles;

namespace MetricsAsCode.Data.Reading.Chunks;

/// <summary>The rows of a CSV file as bytes.</summary>
/// <param name="File">The file.</param>
/// <param name="Start">Where the first row begins.</param>
/// <param name="End">Where the last row ends, without its line end.</param>
/// <param name="ColumnCount">The columns of the header.</param>
/// <param name="ColumnOfSlot">The columns that are read.</param>
internal sealed record CsvBody(SafeFileHandle File, long Start, long End, int ColumnCount, int[] ColumnOfSlot)
{
    private const int Samples = 64, SampleSize = 1 << 13;

    // Room that stays empty costs no memory; counting the rows and beginning again would cost time.
    private const double Slack = 1.04;

    public long Length => End - Start;

    /// <summary>The number of chunks.</summary>
    public int ChunkCount(int chunkSize) => checked((int)((Length + chunkSize - 1) / chunkSize));

    /// <summary>A little more rows than there will be if the file is alike all over; line breaks inside quotes count as rows.</summary>
    public long EstimateRows()
    {
        var sample = new byte[SampleSize];
        long lines = 0, bytes = 0;
        int size = (int)Math.Min(SampleSize, Length);
        for (int i = 0; i < Samples; i++)
        {
            int count = RandomAccess.Read(File, sample.AsSpan(0, size), Start + (Length - size) / (Samples - 1) * i);
            lines += sample.AsSpan(0, count).Count((byte)'\n');
            bytes += count;
        }

        return (long)((double)Length / Math.Max(1, bytes) * (lines + Samples) * Slack) + 1024;
    }
}
