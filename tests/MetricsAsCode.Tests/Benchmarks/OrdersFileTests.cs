using System.Security.Cryptography;
using System.Text;
using MetricsAsCode.Benchmarks.Data;

namespace MetricsAsCode.Tests.Benchmarks;

public class OrdersFileTests
{
    [Fact]
    public void The_same_number_of_rows_has_the_same_bytes_on_every_machine() =>
        Convert.ToHexStringLower(SHA256.HashData(Bytes(200_000))).ShouldBe("54da82a1ef2f7f9630831a45420584e2b6ec9c40d9a27a3457873a9eb263b685");

    [Fact]
    public void A_file_has_a_header_and_a_line_for_each_row()
    {
        string[] lines = Encoding.UTF8.GetString(Bytes(200)).TrimEnd('\n').Split('\n');
        lines.Length.ShouldBe(201);
        lines[0].ShouldBe("order_id,customer_id,placed_at,status,channel,city,amount,rating");
        lines.Skip(1).Select(l => l.Split(',')).ShouldAllBe(cells => cells.Length == 8);
        lines.Skip(1).Select(l => l.Split(',')[0]).ShouldBe(Enumerable.Range(1, 200).Select(n => $"{n}"));
    }

    [Fact]
    public void Three_ratings_of_five_are_missing_and_all_times_lie_in_the_year()
    {
        var rows = Encoding.UTF8.GetString(Bytes(100_000)).TrimEnd('\n').Split('\n').Skip(1).Select(l => l.Split(',')).ToList();
        rows.Count(r => r[7].Length == 0).ShouldBeInRange(59_000, 61_000);
        rows.ShouldAllBe(r => r[2].StartsWith("2025-", StringComparison.Ordinal) && r[2].Length == 20);
    }

    [Fact]
    public void Few_customers_place_many_orders()
    {
        var counts = Encoding.UTF8.GetString(Bytes(100_000)).TrimEnd('\n').Split('\n').Skip(1).GroupBy(l => l.Split(',')[1]).Select(g => g.Count()).OrderDescending().ToList();
        counts.Count.ShouldBeInRange(5_000, 10_000);
        counts.Take(counts.Count / 10).Sum().ShouldBeGreaterThan(25_000);
    }

    private static byte[] Bytes(long rows)
    {
        var stream = new MemoryStream();
        OrdersFile.Write(new OrderRows(rows), stream);
        return stream.ToArray();
    }
}
