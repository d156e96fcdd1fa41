using System.Text;
using MetricsAsCode.Data;
using MetricsAsCode.Data.Reading;
using static MetricsAsCode.Tests.Data.Csv;

namespace MetricsAsCode.Tests.Data;

public class HostileFileTests
{
    private static readonly ColumnSchema Name = Text("name");

    [Fact]
    public void A_quote_that_is_never_closed_ends_reading_soon()
    {
        using var stream = new Endless("name,x\na,\"", "b");
        var e = Should.Throw<DataException>(() => CsvFile.Read(stream, "data.csv", new SourceSchema("data", [Name])));
        e.Errors.ShouldHaveSingleItem().ToString().ShouldBe("data.csv(2,3): error: the cell is longer than 1048576 bytes, the most that is read. Is a closing quote missing?");
        stream.Given.ShouldBeLessThan(4 << 20);
    }

    [Theory]
    [InlineData("name\n", "b", "the cell is longer")]
    [InlineData("", "b", "the cell is longer")]
    [InlineData("name\n", "bbbbbbbbbbbbbbb,", "the row is longer than 16777216 bytes")]
    [InlineData("name\n\"", "\"", "the cell is longer")]
    [InlineData("name\n", "\0", "there is a NUL byte")]
    public void A_file_without_an_end_ends_in_one_error(string start, string rest, string message)
    {
        using var stream = new Endless(start, rest);
        var e = Should.Throw<DataException>(() => CsvFile.Read(stream, "data.csv", new SourceSchema("data", [Name])));
        e.Errors.ShouldHaveSingleItem().Message.ShouldStartWith(message);
        stream.Given.ShouldBeLessThan(40 << 20);
    }

    [Fact]
    public void The_longest_cell_is_still_read()
    {
        string longest = new('a', CsvScanner.LongestCell);
        Read($"name\n{longest}\n\"{longest}\"\n", Name).Texts("name", 2).ShouldBe([longest, longest]);
        Error($"name\n{longest}a\n", Name).ShouldStartWith("data.csv(2,1): error: the cell is longer than 1048576 bytes");
        Error($"name\n\"{longest}a\"\n", Name).ShouldStartWith("data.csv(2,1): error: the cell is longer than 1048576 bytes");
    }

    [Fact]
    public void A_header_of_very_many_columns_is_refused()
    {
        Read(new string(',', CsvScanner.MostColumns - 5) + "name\n", Name).RowCount.ShouldBe(0);
        Errors(new string(',', CsvScanner.MostColumns) + "name\n", Name).ShouldHaveSingleItem().Message.ShouldBe("the header names 65537 columns, more than the 65536 that are read.");
    }

    /// <summary>A text, then another one for ever.</summary>
    private sealed class Endless(string start, string rest) : MemoryStream
    {
        private readonly byte[] _start = Encoding.UTF8.GetBytes(start), _rest = Encoding.UTF8.GetBytes(rest);

        public long Given { get; private set; }

        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count)
        {
            for (int i = 0; i < count; i++, Given++)
                buffer[offset + i] = Given < _start.Length ? _start[Given] : _rest[Given % _rest.Length];
            return count;
        }
    }
}
