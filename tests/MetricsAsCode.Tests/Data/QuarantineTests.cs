using System.Text;
using MetricsAsCode.Data;

namespace MetricsAsCode.Tests.Data;

public class QuarantineTests
{
    private static readonly SourceSchema Orders = new("orders",
    [
        new ColumnSchema("order_id", new ColumnType(ColumnKind.Integer)) { IsKey = true },
        new ColumnSchema("amount", new ColumnType(ColumnKind.Money, 2)),
    ]);

    [Fact]
    public void Rows_that_keep_the_contract_are_left()
    {
        var frame = Csv("order_id,amount\n1,5.00\n2,oops\n3\n4,1.00\n");
        frame.RowCount.ShouldBe(2);
        frame.Values<long>("order_id").Values.ToArray().ShouldBe([1L, 4L]);
        frame.Values<long>("amount").Values.ToArray().ShouldBe([500L, 100L]);
        new[] { frame.LineOf(0), frame.LineOf(1) }.ShouldBe([2, 5]);
        frame.Rejected.Select(e => (e.Line, e.ColumnName, e.Value)).ShouldBe([(3, "amount", "oops"), (4, null, null)]);
    }

    [Fact]
    public void A_row_that_goes_leaves_its_key_to_others()
    {
        var frame = Csv("order_id,amount\n1,oops\n1,5.00\n1,6.00\n");
        frame.Values<long>("amount").Values.ToArray().ShouldBe([500L]);
        frame.LineOf(0).ShouldBe(3);
        frame.Rejected.Select(e => e.Line).ShouldBe([2, 4]);
    }

    [Fact]
    public void Of_a_row_with_several_faults_the_leftmost_is_told()
    {
        var error = Csv("order_id,amount\nx,oops\n").Rejected.ShouldHaveSingleItem();
        (error.Column, error.ColumnName).ShouldBe((1, "order_id"));
    }

    [Fact]
    public void Sound_files_lose_nothing() => Csv("order_id,amount\n1,5.00\n").Rejected.ShouldBeEmpty();

    [Theory]
    [InlineData("order_id,total\n1,5.00\n")]          // a column is missing
    [InlineData("")]                                   // no header
    [InlineData("order_id,amount\n1,\"5.00\n")]        // a quote that is never closed
    public void A_file_that_cannot_be_read_as_a_whole_is_an_error(string text) => Should.Throw<DataException>(() => Csv(text));

    [Fact]
    public void A_file_of_bad_rows_only_is_another_than_the_one_declared()
    {
        var text = new StringBuilder("order_id,amount\n");
        for (int i = 0; i <= 100_000; i++)
            text.Append("x,1.00\n");
        Should.Throw<DataException>(() => Csv(text.ToString())).Message.ShouldContain("more than 100000 rows break the contract");
    }

    [Fact]
    public void Lines_of_json_are_set_aside_too()
    {
        string text = "{\"order_id\": 1, \"amount\": 5.00}\n{\"order_id\": 2, \"amount\": \"oops\"}\nnot json\n{\"order_id\": 4, \"amount\": 1.00}\n";
        var frame = JsonLinesFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "orders.jsonl", Orders, badRows: BadRows.Quarantine);
        frame.Values<long>("order_id").Values.ToArray().ShouldBe([1L, 4L]);
        frame.Rejected.Select(e => e.Line).ShouldBe([2, 3]);
    }

    [Fact]
    public void Of_two_lives_of_a_key_at_once_the_later_line_goes()
    {
        var plans = new SourceSchema("plans",
        [
            new ColumnSchema("id", new ColumnType(ColumnKind.Text)) { IsKey = true },
            new ColumnSchema("start", new ColumnType(ColumnKind.Date)),
            new ColumnSchema("stop", new ColumnType(ColumnKind.Date)) { IsOptional = true },
        ])
        { Lifetime = new LifetimeSchema("start", "stop", false) };
        var frame = CsvFile.Read(
            new MemoryStream("id,start,stop\na,2026-01-01,2026-03-01\na,2026-02-01,\na,2026-03-01,\n"u8.ToArray()), "plans.csv", plans, badRows: BadRows.Quarantine);
        frame.RowCount.ShouldBe(2);
        frame.Rejected.ShouldHaveSingleItem().Line.ShouldBe(3);
    }

    private static DataFrame Csv(string text) =>
        CsvFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "orders.csv", Orders, badRows: BadRows.Quarantine);
}
