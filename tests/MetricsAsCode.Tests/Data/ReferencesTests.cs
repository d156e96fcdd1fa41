using MetricsAsCode.Data;
using static MetricsAsCode.Tests.Data.Csv;

namespace MetricsAsCode.Tests.Data;

public class ReferencesTests
{
    [Fact]
    public void Texts_link_by_what_they_say_not_by_their_codes()
    {
        var customers = Read("id\nbob\nann\nzoë\n", Text("id") with { IsKey = true });
        var orders = Read("customer\nann\nzoë\n\nann\nbob\n", Text("customer") with { IsOptional = true });
        References.Link(orders, orders["customer"], customers, customers["id"]).ShouldBe([1, 2, -1, 1, 0]);
    }

    [Theory]
    [InlineData("5\n6\n4\n", "4\n5\n\n6\n", new[] { 2, 0, -1, 1 })]
    [InlineData("-9223372036854775808\n0\n9223372036854775807\n", "9223372036854775807\n-9223372036854775808\n", new[] { 2, 0 })]
    public void Integers_link_whether_they_lie_close_together_or_not(string keys, string values, int[] rows)
    {
        var to = Read("id\n" + keys, Integer("id") with { IsKey = true });
        var from = Read("ref\n" + values, Integer("ref") with { IsOptional = true });
        References.Link(from, from["ref"], to, to["id"]).ShouldBe(rows);
    }

    [Theory]
    [InlineData(ColumnKind.Date, "2026-07-01", "2026-07-02")]
    [InlineData(ColumnKind.Boolean, "true", "false")]
    [InlineData(ColumnKind.Number, "0.5", "1e300")]
    [InlineData(ColumnKind.Timestamp, "2026-07-01T10:00", "2026-07-01T10:00+01:00")]
    public void Every_type_of_key_links(ColumnKind kind, string first, string second)
    {
        var to = Read($"id\n{first}\n{second}\n", Of("id", kind) with { IsKey = true });
        var from = Read($"ref\n{second}\n{first}\n{second}\n", Of("ref", kind));
        References.Link(from, from["ref"], to, to["id"]).ShouldBe([1, 0, 1]);
    }

    [Fact]
    public void A_dangling_reference_is_named_with_file_line_column_and_value()
    {
        var customers = Read("id\nann\n", Text("id") with { IsKey = true });
        var orders = Read("n,customer\n1,ann\n2,\"bob\n\"\n3,eve\n", Integer("n"), Text("customer"));
        var errors = Should.Throw<DataException>(() => References.Link(orders, orders["customer"], customers, customers["id"])).Errors;
        errors.Select(e => (e.File, e.Line, e.ColumnName, e.Value)).ShouldBe([("data.csv", 3, "customer", "bob\n"), ("data.csv", 5, "customer", "eve")]);
        errors[1].ToString().ShouldBe(
            "data.csv(5): error: column `customer`: `eve` refers to no row of `data` (data.csv). Add the row, or leave the cell empty if the type is optional.");
        References.Link(orders, orders["customer"], customers, customers["id"], allowDangling: true).ShouldBe([0, -1, -1]);
    }

    [Fact]
    public void A_reference_into_an_empty_source_dangles()
    {
        var schema = new SourceSchema("shops", [Integer("id") with { IsKey = true }]);
        var from = Read("ref\n1\n0\n", Integer("ref"));
        var to = DataFrame.Empty(schema);
        References.Link(from, from["ref"], to, to["id"], allowDangling: true).ShouldBe([-1, -1]);
        Should.Throw<DataException>(() => References.Link(from, from["ref"], to, to["id"])).TotalErrors.ShouldBe(2);
    }

    [Fact]
    public void Columns_of_different_types_are_our_mistake()
    {
        var from = Read("ref\n1\n", Text("ref"));
        var to = Read("id\n1\n", Integer("id"));
        Should.Throw<ArgumentException>(() => References.Link(from, from["ref"], to, to["id"])).Message.ShouldContain("Text");
    }
}
