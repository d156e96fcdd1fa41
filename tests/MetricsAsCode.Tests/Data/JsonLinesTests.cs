using System.Text;
using MetricsAsCode.Data;

namespace MetricsAsCode.Tests.Data;

public sealed class JsonLinesTests
{
    private static readonly ColumnSchema Id = Csv.Integer("id") with { IsKey = true };
    private static readonly ColumnSchema Name = Csv.Text("name") with { IsOptional = true };

    [Theory]
    [InlineData("{\"id\":1,\"name\":\"a\\u00e9\\n\\\"\"}", "aé\n\"")]
    [InlineData("{\"name\":\"\\uD83D\\uDE00\",\"id\":1}", "😀")]
    [InlineData("{\"id\":1,\"name\":\"\"}", "")]
    [InlineData("{\"id\":1,\"name\":null}", null)]
    [InlineData("{\"id\":1}", null)]
    [InlineData("\uFEFF{\"id\":1,\"name\":\"x\"}\r\n\r\n", "x")]
    public void A_property_is_text_empty_text_or_missing(string line, string? expected) =>
        Read(line, Id, Name).Texts("name", 1).ShouldBe([expected]);

    [Theory]
    [InlineData("{\"id\":1}\n[2]", "f.jsonl(2,1): error: the line is not a JSON object. Write one object to a line: `{\"id\": 1}`.")]
    [InlineData("{\"id\":1,", "f.jsonl(1,8): error: this is not JSON from here on. Write one whole object to a line.")]
    [InlineData("{\"id\":1} {\"id\":2}", "f.jsonl(1,10): error: this is not JSON from here on. Write one whole object to a line.")]
    [InlineData("{\"id\":1,\"id\":2}", "f.jsonl(1,9): error: column `id`: the object has this property twice, so it is not known which is meant.")]
    [InlineData("{\"id\":1.5}", "f.jsonl(1,7): error: column `id`: `1.5` is not a whole number. Declare the column as `decimal` or `number` to keep the digits after the point.")]
    [InlineData("{\"id\":true}", "f.jsonl(1,7): error: column `id`: this is a truth value; the column holds an integer. Write it as a string.")]
    [InlineData("{\"id\":1,\"name\":{\"a\":1}}", "f.jsonl(1,16): error: column `name`: this is an object; the column holds text. Name a property inside it: `from \"outer.inner\"`.")]
    [InlineData("{\"id\":1,\"name\":7}", "f.jsonl(1,16): error: column `name`: this is a number; the column holds text. Write it as a string, or declare the column as `integer` or `number`.")]
    [InlineData("{\"id\":1,\"name\":\"\\uD83D\"}", "f.jsonl(1,16): error: an escape in this string stands for no character. Write both halves of a pair like `\\uD83D\\uDE00`.")]
    [InlineData("{\"name\":\"x\"}", "f.jsonl(1): error: column `id`: the cell is empty, but a key is never missing.")]
    [InlineData("{\"id\":1}\n{\"id\":1}", "f.jsonl(2): error: column `id`: `1` is already the key of line 1. Each row needs a key of its own.")]
    public void A_mistake_is_named_with_its_line_column_and_value(string text, string error) =>
        Errors(text, Id, Name).ShouldHaveSingleItem().ToString().ShouldBe(error);

    [Fact]
    public void A_line_beside_a_broken_one_is_read_and_all_errors_come_out() =>
        Errors("{\"id\":\"a\"}\nx\n{\"id\":3}\n{\"id\":[]}", Id).Select(e => e.Line).ShouldBe([1, 2, 4]);

    [Fact]
    public void Lines_are_cut_right_wherever_the_buffer_ends()
    {
        var text = new StringBuilder();
        for (int i = 0; i < 3000; i++)
            text.Append($"{{\"id\": {i}, \"name\": \"{new string('ü', i % 50)}\"}}{(i % 3 == 0 ? "\r\n" : "\n")}");
        var frame = JsonLinesFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), "f.jsonl", new SourceSchema("data", [Id, Name]), null, bufferSize: 7, default);
        frame.RowCount.ShouldBe(3000);
        frame.Texts("name").Text(2999).ShouldBe(new string('ü', 2999 % 50));
        frame.Values<long>("id").Maybe(2999).ShouldBe(2999);
    }

    [Fact]
    public void Bytes_that_are_not_text_are_named_where_they_stand() =>
        Should.Throw<DataException>(() => JsonLinesFile.Read(new MemoryStream([.. "{\"id\":1}\n{\"id\":"u8, 0xFF, .. "}\n"u8]), "f.jsonl", new SourceSchema("data", [Id])))
            .Errors.ShouldHaveSingleItem().ToString().ShouldStartWith("f.jsonl(2,7): error: the byte 0xFF is not UTF-8.");

    private static DataFrame Read(string text, params ColumnSchema[] columns) =>
        JsonLinesFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "f.jsonl", new SourceSchema("data", columns));

    private static IReadOnlyList<DataError> Errors(string text, params ColumnSchema[] columns) => Should.Throw<DataException>(() => Read(text, columns)).Errors;
}
