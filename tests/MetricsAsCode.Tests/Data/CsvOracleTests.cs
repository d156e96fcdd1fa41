using System.Text;
using CsvHelper;
using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Data;
using MetricsAsCode.Tests.Data.Chunks;

namespace MetricsAsCode.Tests.Data;

public class CsvOracleTests
{
    private static readonly string[] Pieces = ["a", "B", "7", " ", ",", "\"", "\n", "\r\n", "\r", "é", "日本", "𝄞", ";", "\t", "''", "long text without anything special"];

    private static Gen<string> Cell => Gen.Elements(Pieces).ListOf(6).SelectMany(pieces => Gen.Choose(0, 6).Select(n => string.Concat(pieces.Take(n))));

    /// <summary>A table of two or more columns, as many cells in every row.</summary>
    private static Arbitrary<string[][]> Tables => Gen.Choose(2, 5)
        .SelectMany(width => Cell.ArrayOf(width).ArrayOf())
        .ToArbitrary();

    [Fact]
    public void Random_tables_read_cell_by_cell_as_an_independent_reader_reads_them()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(20260701, 1), Prop.ForAll(Tables, table =>
        {
            string[][] rows = [.. table.Where(r => r.Length > 0)];
            if (rows.Length == 0)
                return;
            foreach (string lineEnd in new[] { "\n", "\r\n" })
            {
                string text = Write(rows, lineEnd);
                string?[][] ours = OursOf(text, rows[0].Length, Csv.Read);
                ours.ShouldBe(OraclesOf(text), text);
                ours.ShouldBe(rows, text);
                OursOf(text, rows[0].Length, Csv.ReadInSteps).ShouldBe(rows, text);
                OursOf(text, rows[0].Length, ChunkedFile.ReadSound).ShouldBe(rows, text);
            }
        }));
    }

    /// <summary>Quotes what must be quoted, and every other cell that is longer than three characters or empty.</summary>
    private static string Write(string[][] rows, string lineEnd)
    {
        var text = new StringBuilder(string.Join(',', Enumerable.Range(0, rows[0].Length).Select(i => $"c{i}"))).Append(lineEnd);
        foreach (string[] row in rows)
            text.AppendJoin(',', row.Select(Quote)).Append(lineEnd);
        return text.ToString();
    }

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") >= 0 || cell.Length is 0 or > 3 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private static string?[][] OursOf(string text, int width, Func<byte[], ColumnSchema[], DataFrame> read)
    {
        var frame = read(Encoding.UTF8.GetBytes(text), [.. Enumerable.Range(0, width).Select(i => Csv.Text($"c{i}"))]);
        return [.. Enumerable.Range(0, frame.RowCount).Select(row => Enumerable.Range(0, width).Select(i => frame.Texts($"c{i}").Text(row)).ToArray())];
    }

    private static string?[][] OraclesOf(string text)
    {
        using var reader = CsvReader.FromText(text, new CsvReaderOptions { Separator = ',' });
        var rows = new List<string?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return [.. rows];
    }
}
