using MetricsAsCode.Data;
using static MetricsAsCode.Tests.Data.Csv;

namespace MetricsAsCode.Tests.Data;

public class CsvErrorTests
{
    private static readonly ColumnSchema Id = Integer("id");
    private static readonly ColumnSchema Name = Text("name");
    private static readonly ColumnSchema Amount = Of("amount", ColumnKind.Money, 2);

    [Fact]
    public void Text_in_a_number_column_is_named_with_line_column_and_value()
    {
        var error = Errors("id,name,amount\n1,a,2.50\n2,\"é\nb\",12x\n", Id, Name, Amount).ShouldHaveSingleItem();
        (error.File, error.Line, error.Column, error.ColumnName, error.Value).ShouldBe(("data.csv", 4, 4, "amount", "12x"));
        error.ToString().ShouldBe("data.csv(4,4): error: column `amount`: `12x` is not a number. Write digits with a point, e.g. `1234.5`.");
    }

    [Fact]
    public void Columns_are_counted_in_characters_and_a_quoted_cell_begins_at_its_quote()
    {
        Errors("name,id\n日本𝄞,\"x\"\n", Id, Name).ShouldHaveSingleItem().Column.ShouldBe(6);
    }

    [Fact]
    public void All_errors_of_a_file_come_together_in_its_order()
    {
        var errors = Errors("id,amount\nx,1\n2,1.234\n3\n4,5,6\n,y\n", Id, Amount);
        errors.Select(e => (e.Line, e.Column, e.Value)).ShouldBe([(2, 1, "x"), (3, 3, "1.234"), (4, 0, null), (5, 0, null), (6, 1, null), (6, 2, "y")]);
        errors[2].Message.ShouldBe("the row has 1 cells, the header has 2. Write a comma for every cell, also an empty one.");
        errors[3].Message.ShouldBe("the row has 3 cells, the header has 2. Put cells that contain a comma in quotes.");
    }

    [Fact]
    public void The_first_twenty_errors_are_kept_and_all_are_counted()
    {
        string rows = string.Concat(Enumerable.Range(0, 10_000).Select(n => $"a{n},b\n"));
        var e = Should.Throw<DataException>(() => Read("id,amount\n" + rows, Id, Amount));
        (e.Errors.Count, e.TotalErrors).ShouldBe((20, 20_000));
        e.Errors[19].ToString().ShouldStartWith("data.csv(11,4): error: column `amount`: `b`", customMessage: "ten rows with two errors each come first");
        e.Message.ShouldEndWith("\nand 19980 more");
    }

    [Fact]
    public void A_missing_cell_is_an_error_unless_the_column_is_optional()
    {
        Error("id,name\n1,\n", Id, Name).ShouldBe("data.csv(2,3): error: column `name`: the cell is empty. Fill it, or declare the type with `?` if it may be missing.");
        Error("id,name\n,a\n", Id with { IsKey = true, IsOptional = true }, Name).ShouldBe("data.csv(2,1): error: column `id`: the cell is empty, but a key is never missing.");
    }

    [Fact]
    public void A_missing_column_is_reported_with_those_there_are_and_a_suggestion()
    {
        Error("id,amuont\n", Id, Amount).ShouldBe("data.csv(1): error: column `amount`: the header does not name `amount`; it has `id`, `amuont`. Did you mean `amuont`?");
        Error("id,name", Id, Text("coupon") with { FileName = "code" }).ShouldBe("data.csv(1): error: column `coupon`: the header does not name `code`; it has `id`, `name`.");
        Errors("id;amount\n1;2\n", Id, Amount)[0].Message.ShouldEndWith("It looks separated by `;`; CSV is separated by commas.");
    }

    [Fact]
    public void A_declared_name_that_the_header_has_twice_is_an_error()
    {
        Error("id,name,id\n1,a,2\n", Id, Name).ShouldBe("data.csv(1,9): error: column `id`: the header names `id` twice, so it is not known which column is meant.");
        Read("id,x,x,,\n1,2,3,4,5\n", Id).RowCount.ShouldBe(1, "names that are not declared do not matter");
    }

    [Fact]
    public void A_duplicate_key_names_both_lines()
    {
        var error = Errors("id,name\n7,a\n8,b\n7,c\n", Id with { IsKey = true }, Name).ShouldHaveSingleItem();
        (error.Line, error.ColumnName, error.Value).ShouldBe((4, "id", "7"));
        error.ToString().ShouldBe("data.csv(4): error: column `id`: `7` is already the key of line 2. Each row needs a key of its own.");
        Errors("name\na\nb\n\"a\"\n", Name with { IsKey = true }).ShouldHaveSingleItem().Line.ShouldBe(4);
    }

    [Fact]
    public void A_compound_key_is_unique_as_a_whole()
    {
        ColumnSchema[] columns = [Id with { IsKey = true }, Name with { IsKey = true }];
        Read("id,name\n1,a\n1,b\n2,a\n9223372036854775807,a\n", columns).RowCount.ShouldBe(4);
        var error = Errors("id,name\n1,a\n1,b\n2,a\n1,b\n", columns).ShouldHaveSingleItem();
        (error.Line, error.ColumnName, error.Value).ShouldBe((5, "id, name", "1, b"));
    }

    [Fact]
    public void Keys_of_rows_that_are_wrong_already_are_not_compared()
    {
        Errors("id\nx\ny\n0\n", Id with { IsKey = true }).Select(e => e.Line).ShouldBe([2, 3]);
    }

    [Fact]
    public void A_closed_column_holds_only_its_values()
    {
        var status = Text("status") with { AllowedTexts = ["placed", "delivered", "Sent back"], IsOptional = true };
        Read("id,status\n1,Sent back\n2,\n", Id, status).Texts("status", 2).ShouldBe(["Sent back", null]);
        var errors = Errors("id,status\n1,deliverd\n2,placed\n3,deliverd\n", Id, status);
        errors.Select(e => (e.Line, e.Column, e.Value)).ShouldBe([(2, 3, "deliverd"), (4, 3, "deliverd")]);
        errors[0].Message.ShouldBe("`deliverd` is not one of `placed`, `delivered`, `Sent back`. Did you mean `delivered`?");
    }

    [Fact]
    public void A_range_includes_both_ends()
    {
        var rating = Integer("rating") with { Low = 1, High = 5 };
        Read("rating\n1\n5\n", rating).RowCount.ShouldBe(2);
        Errors("rating\n0\n3\n6\n", rating).Select(e => (e.Line, e.Value)).ShouldBe([(2, "0"), (4, "6")]);
        Refusal("6", rating).ShouldBe("`6` is not in 1..5.");
        Refusal("-0.01", Amount with { Low = 0 }).ShouldBe("`-0.01` is not at least 0.");
        Refusal("1.01", Amount with { High = 1.005m }).ShouldBe("`1.01` is not at most 1.005.");
        Value<long>("1.00", Amount with { High = 1.005m }).ShouldBe(100);
        Refusal("0.5", Of("n", ColumnKind.Number) with { Low = 0, High = 0.25m }).ShouldBe("`0.5` is not in 0..0.25.");
        Refusal("1970-01-03", Of("d", ColumnKind.Date) with { Low = 0, High = 1 }).ShouldBe("`1970-01-03` is not in 1970-01-01..1970-01-02.");
    }

    [Fact]
    public void Quotes_out_of_place_are_errors_where_their_cell_begins()
    {
        Error("id,name\n1,5\" nail\n2,b\n", Id, Name).ShouldBe(
            "data.csv(2,3): error: there is a quote inside a cell that does not begin with one. Put the whole cell in quotes and double those inside.");
        Error("id,name\n1,\"a\"b\n2,b\n", Id, Name).ShouldBe("data.csv(2,3): error: the cell goes on after its closing quote. Double the quotes inside a quoted cell.");
        Error("id,name\n1,a\n2,\"b\n3,c\n", Id, Name).ShouldBe("data.csv(3,3): error: the quote that opens this cell is never closed.");
        Error("id,name\n1,\"", Id, Name).ShouldBe("data.csv(2,3): error: the quote that opens this cell is never closed.");
        Errors("id,\"name\n1,b\n", Id, Name).ShouldHaveSingleItem().Line.ShouldBe(1);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_named_with_their_line()
    {
        Error([.. "id,name\n1,a\n2,caf"u8, 0xE9, .. "\n"u8], Id, Name).ShouldBe("data.csv(3,6): error: the byte 0xE9 is not UTF-8. Save the file as UTF-8.");
        Error([.. "id,name\n1,"u8, 0xE6, 0x97], Id, Name).ShouldBe("data.csv(2,3): error: the byte 0xE6 is not UTF-8. Save the file as UTF-8.");
        Error([0xFF, 0xFE, .. "i\0d\0"u8], Id).ShouldBe("data.csv(1,1): error: the file is UTF-16. Save it as UTF-8.");
    }

    [Fact]
    public void Errors_before_the_bytes_that_are_not_text_are_reported_too()
    {
        Errors([.. "id\nx\n"u8, 0xFF, .. "\n1\n"u8], Id).Select(e => (e.Line, e.Column)).ShouldBe([(2, 1), (3, 1)]);
    }

    [Fact]
    public void Binary_rubbish_is_no_text()
    {
        Error([.. "id\n1\n"u8, 0, 1, 2], Id).ShouldBe("data.csv(3,1): error: there is a NUL byte: this is not a text file, or it is UTF-16. Save it as CSV in UTF-8.");
        Error([0x89, .. "PNG\r\n\x1A\n\0\0"u8], Id).ShouldBe("data.csv(1,1): error: the byte 0x89 is not UTF-8. Save the file as UTF-8.");
        Errors([0x7F, .. "ELF"u8, 2, 1, 1, 0, 0], Id).ShouldHaveSingleItem().Column.ShouldBe(8);
    }

    [Fact]
    public void An_empty_file_has_no_header()
    {
        const string empty = "data.csv: error: the file is empty. Its first line must name the columns.";
        Error("", Id).ShouldBe(empty);
        Error("\uFEFF", Id).ShouldBe(empty);
        Error("\r\n\n", Id).ShouldBe(empty);
    }

    [Fact]
    public void Long_and_odd_values_are_shown_short_and_on_one_line()
    {
        var error = Errors($"id\n\"{new string('9', 300)}\n\t\"\n", Id).ShouldHaveSingleItem();
        error.Value.ShouldBe(new string('9', 200) + "…");
        Refusal("\"a\n\tb\u0001\"", Id).ShouldStartWith("`a\\n\\tb\\u0001` is not an integer.");
    }

    [Fact]
    public void An_unknown_time_zone_is_an_error_of_its_column()
    {
        Errors("at\n2026-01-01\n", Of("at", ColumnKind.Timestamp) with { Zone = "Mars/Base" })[0].Message.ShouldStartWith("the time zone `Mars/Base` is not known on this machine.");
    }
}
