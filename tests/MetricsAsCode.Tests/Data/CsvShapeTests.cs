using System.Text;
using MetricsAsCode.Data;
using static MetricsAsCode.Tests.Data.Csv;

namespace MetricsAsCode.Tests.Data;

public class CsvShapeTests
{
    private static readonly ColumnSchema Id = Integer("id");
    private static readonly ColumnSchema Note = Text("note") with { IsOptional = true };

    [Theory]
    [InlineData("id,note\n1,a\n2,b\n")]
    [InlineData("id,note\r\n1,a\r\n2,b\r\n")]
    [InlineData("id,note\r1,a\r2,b\r")]
    [InlineData("id,note\n1,a\r\n2,b")]
    [InlineData("\uFEFFid,note\n1,a\n2,b")]
    [InlineData("\n\nid,note\n\n1,a\n\r\n2,b\n\n")]
    [InlineData("\"id\",\"note\"\n\"1\",\"a\"\n\"2\",\"b\"")]
    [InlineData("note,x,id\na,?,1\nb,?,2")]
    public void Line_ends_marks_blank_lines_quotes_and_order_do_not_matter(string text)
    {
        foreach (var frame in new[] { Read(text, Id, Note), ReadInSteps(Encoding.UTF8.GetBytes(text), Id, Note) })
        {
            frame.Values<long>("id").Values.ToArray().ShouldBe([1, 2]);
            frame.Texts("note", 2).ShouldBe(["a", "b"]);
        }
    }

    [Fact]
    public void Quoted_cells_hold_commas_quotes_and_line_breaks()
    {
        var frame = Read("id,note\n1,\"a,b\"\n2,\"say \"\"hi\"\"\"\n3,\"two\r\nlines\"\n4,\"\"\"\"\n", Id, Note);
        frame.Texts("note", 4).ShouldBe(["a,b", "say \"hi\"", "two\r\nlines", "\""]);
    }

    [Fact]
    public void An_empty_cell_is_missing_and_a_quoted_one_is_empty_text()
    {
        var frame = Read("id,note,n\n1,,\n2,\"\",\"\"\n3, ,7\n", Id, Note, Integer("n") with { IsOptional = true });
        frame.Texts("note", 3).ShouldBe([null, "", " "]);
        frame.Values<long>("n").Maybe(0).ShouldBeNull();
        frame.Values<long>("n").Maybe(1).ShouldBeNull("no text, so no empty text");
        frame.Values<long>("n").Maybe(2).ShouldBe(7);
        frame["id"].Known.ShouldBeNull();
        frame["n"].Known!.Words[0].ShouldBe(0b100UL);
    }

    [Fact]
    public void Rows_know_their_lines_across_line_breaks_and_blank_lines()
    {
        var frame = Read("id,note\n1,a\n2,\"x\ny\r\nz\"\n3,b\n\n\n4,c\n5,\"\r\"\n6,d", Id, Note);
        Enumerable.Range(0, 6).Select(frame.LineOf).ShouldBe([2, 3, 6, 9, 10, 12]);
    }

    [Fact]
    public void In_a_file_of_one_column_an_empty_line_is_a_row()
    {
        Read("note\na\n\nb\n", Note).Texts("note", 3).ShouldBe(["a", null, "b"]);
        Error("id\n1\n\n", Id).ShouldBe("data.csv(3,1): error: column `id`: the cell is empty. Fill it, or declare the type with `?` if it may be missing.");
    }

    [Fact]
    public void A_header_alone_is_a_frame_without_rows()
    {
        Read("id,note", Id, Note).RowCount.ShouldBe(0);
        Read("id,note\r\n", Id with { IsKey = true }, Note).Columns.Select(c => c.Length).ShouldBe([0, 0]);
    }

    [Fact]
    public void Only_the_columns_asked_for_and_keys_are_parsed()
    {
        var schema = new SourceSchema("data", [Id with { IsKey = true }, Note, Integer("n")]);
        var stream = new MemoryStream("id,note,n,junk\n1,a,not a number,\n"u8.ToArray());
        var frame = CsvFile.Read(stream, "data.csv", schema, new HashSet<string> { "note" });
        frame.Columns.Select(c => c.Name).ShouldBe(["id", "note"]);
        Should.Throw<KeyNotFoundException>(() => frame["n"]).Message.ShouldContain("`n`");
        Should.Throw<ArgumentException>(() => CsvFile.Read(stream, "data.csv", schema, new HashSet<string> { "m" })).Message.ShouldContain("`m`");
    }

    [Fact]
    public void A_column_may_have_another_name_in_the_file()
    {
        Read("Coupon Code\nX1\n", Text("coupon") with { FileName = "Coupon Code" }).Texts("coupon", 1).ShouldBe(["X1"]);
    }

    [Fact]
    public void Rows_beyond_one_batch_and_one_buffer_are_read_alike()
    {
        // 300,000 rows of at least 8 bytes: several buffers of 1 MiB, many batches; every 1000th row has a line break inside.
        string Cell(int n) => n % 1000 == 0 ? $"\"é\n{n}\"" : $"é{n}";
        var frame = Read("id,note\n" + string.Join('\n', Enumerable.Range(0, 300_000).Select(n => $"{n},{Cell(n)}")), Id, Note);
        frame.RowCount.ShouldBe(300_000);
        frame.Values<long>("id").Values.ToArray().ShouldBe(Enumerable.Range(0, 300_000).Select(n => (long)n));
        frame.Texts("note").Text(299_000).ShouldBe("é\n299000");
        frame.Texts("note").Text(299_999).ShouldBe("é299999");
        frame.LineOf(299_999).ShouldBe(2 + 299_999 + 300);
    }

    [Fact]
    public void A_stream_that_gives_one_byte_at_a_time_reads_the_same()
    {
        using var stream = new Drip("\uFEFFid,note\r\n1,\"é\"\"\r\n\"\r\n2,日本\r\n"u8.ToArray());
        var frame = CsvFile.Read(stream, "data.csv", new SourceSchema("data", [Id, Note]));
        frame.Texts("note", 2).ShouldBe(["é\"\r\n", "日本"]);
        frame.LineOf(1).ShouldBe(4);
    }

    private sealed class Drip(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));
    }
}
