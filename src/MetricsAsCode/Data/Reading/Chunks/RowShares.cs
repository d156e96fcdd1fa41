namespace MetricsAsCode.Data.Reading.Chunks;

/// <summary>Which thread read which rows.</summary>
/// <param name="RowCount">All rows.</param>
/// <param name="Shares">Rows that follow each other, and their thread, from 0.</param>
/// <param name="Threads">The number of threads.</param>
internal sealed record RowShares(int RowCount, IReadOnlyList<RowShare> Shares, int Threads);

/// <param name="Thread">From 0.</param>
/// <param name="FirstRow">The first row.</param>
/// <param name="RowCount">The rows from there on.</param>
internal readonly record struct RowShare(int Thread, int FirstRow, int RowCount);
