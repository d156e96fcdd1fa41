using MetricsAsCode.Data;
using static MetricsAsCode.Tests.Data.Csv;

namespace MetricsAsCode.Tests.Data;

public class RowTableTests
{
    private static readonly SourceSchema Orders = new("orders",
    [
        Integer("order_id") with { IsKey = true },
        Text("status") with { AllowedTexts = ["placed", "delivered"] },
        Of("amount", ColumnKind.Money, 2),
        Text("note") with { IsOptional = true },
    ]);

    [Fact]
    public void Cells_are_typed_like_those_of_a_file()
    {
        var frame = Read(["order_id", "note", "amount", "status"], ["1", null, "9.5", "placed"], ["2", "", "0.05", "delivered"]);
        frame.Values<long>("amount").Values.ToArray().ShouldBe([950, 5]);
        frame.Texts("note", 2).ShouldBe([null, ""]);
        frame.Texts("status", 2).ShouldBe(["placed", "delivered"]);
        frame.LineOf(1).ShouldBe(12);
    }

    [Fact]
    public void Columns_left_out_are_known_as_absent_and_reading_one_is_an_error()
    {
        var frame = Read(["order_id"], ["1"]);
        frame.Absent.Order(StringComparer.Ordinal).ShouldBe(["amount", "note", "status"]);
        frame.TryGet("amount", out _).ShouldBeFalse();
        Should.Throw<DataException>(() => frame.Values<long>("amount")).Message
            .ShouldBe("m.metrics(10): error: column `amount`: this table of `orders` leaves the column out, but it is read. Add the column.");
        Should.Throw<KeyNotFoundException>(() => frame["amonut"]);
    }

    [Fact]
    public void What_the_contract_says_of_the_given_columns_is_checked()
    {
        Errors(["order_id", "status"], ["1", "lost"], ["1", "placed"], ["x", null]).ShouldBe(
        [
            "m.metrics(11): error: column `status`: `lost` is not one of `placed`, `delivered`.",
            "m.metrics(12): error: column `order_id`: `1` is already the key of line 11. Each row needs a key of its own.",
            "m.metrics(13): error: column `order_id`: `x` is not an integer. Write digits only, e.g. `-1234`.",
            "m.metrics(13): error: column `status`: the cell is empty. Fill it, or declare the type with `?` if it may be missing.",
        ]);
        Read(["status"], ["placed"], ["placed"]).RowCount.ShouldBe(2, "a key that is left out is not checked");
    }

    [Fact]
    public void Headers_and_rows_that_do_not_fit_are_errors()
    {
        Errors(["order_id", "statsu", "order_id"]).ShouldBe(
        [
            "m.metrics(10): error: column `statsu`: `orders` does not declare this column. Did you mean `status`?",
            "m.metrics(10): error: column `order_id`: the column is given twice.",
        ]);
        Errors(["order_id", "note"], ["1"], ["2", "a"], ["3", "b", "c"]).ShouldBe(
            ["m.metrics(11): error: the row has 1 cells, the header has 2.", "m.metrics(13): error: the row has 3 cells, the header has 2."]);
    }

    [Fact]
    public void Lines_may_be_given_and_a_table_may_have_no_rows()
    {
        RowTable.Read(Orders, "m.metrics", 10, ["order_id"], [["1"], ["2"]], lines: [11, 15]).LineOf(1).ShouldBe(15);
        Read(["order_id"]).RowCount.ShouldBe(0);
        DataFrame.Empty(Orders).Columns.Select(c => (c.Name, c.Length)).ShouldBe([("order_id", 0), ("status", 0), ("amount", 0), ("note", 0)]);
    }

    private static DataFrame Read(string[] header, params string?[][] rows) => RowTable.Read(Orders, "m.metrics", 10, header, rows);

    private static IEnumerable<string> Errors(string[] header, params string?[][] rows) => Should.Throw<DataException>(() => Read(header, rows)).Errors.Select(e => e.ToString());
}
