using MetricsAsCode.Data;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Tests.Data;

namespace MetricsAsCode.Tests.DuckDb;

public sealed class ParquetContractTests : IDisposable
{
    private readonly ParquetFiles _files = new();

    public void Dispose() => _files.Dispose();

    [DuckDbFact]
    public void A_missing_value_needs_an_optional_column()
    {
        _files.Write("d.parquet", "SELECT range AS id, CASE WHEN range = 3000 THEN NULL ELSE 'x' END AS t, CASE WHEN range % 2 = 0 THEN NULL ELSE range END AS n FROM range(5000)");
        var frame = _files.Read("d.parquet", Csv.Integer("id") with { IsKey = true }, Csv.Text("t") with { IsOptional = true }, Csv.Integer("n") with { IsOptional = true });
        frame.RowCount.ShouldBe(5000);
        frame["t"].Known!.PopCount().ShouldBe(4999);
        frame["t"].IsKnown(3000).ShouldBeFalse();
        Enumerable.Range(0, 5000).ShouldAllBe(r => frame["n"].IsKnown(r) == (r % 2 == 1));

        _files.Errors("d.parquet", Csv.Text("t")).ShouldHaveSingleItem().ToString()
            .ShouldBe($"{_files.Sandbox.At("d.parquet")}(3001): error: column `t`: the cell is empty. Fill it, or declare the type with `?` if it may be missing.");
        Should.Throw<DataException>(() => _files.Read("d.parquet", Csv.Integer("n") with { IsKey = true })).TotalErrors.ShouldBe(2500);
    }

    [DuckDbFact]
    public void Every_declared_column_must_be_there_under_its_name()
    {
        _files.Write("d.parquet", "SELECT 1 AS order_id, 2 AS Amount");
        var columns = new[] { Csv.Integer("id") with { FileName = "order_id" }, Csv.Integer("amount"), Csv.Text("place") };
        _files.Errors("d.parquet", columns).Select(e => $"{e.Line} {e.ColumnName}: {e.Message}").ShouldBe(
        [
            "0 amount: the file has no column `amount`; it has `order_id`, `Amount`. Did you mean `Amount`?",
            "0 place: the file has no column `place`; it has `order_id`, `Amount`.",
        ]);
        _files.Read("d.parquet", columns[0]).Values<long>("id")[0].ShouldBe(1);
    }

    [DuckDbTheory]
    [InlineData("'12'", ColumnKind.Integer, "the file holds VARCHAR here, which is not read as integer. Declare the type that the file holds, or write the file with a number.")]
    [InlineData("12", ColumnKind.Text, "the file holds INTEGER here, which is not read as text. Declare the type that the file holds, or write the file with a text.")]
    [InlineData("1.5::DECIMAL(9, 2)", ColumnKind.Timestamp, "the file holds DECIMAL(9, 2) here, which is not read as timestamp. Declare the type that the file holds, or write the file with a timestamp or a date.")]
    [InlineData("1", ColumnKind.Boolean, "the file holds INTEGER here, which is not read as boolean. Declare the type that the file holds, or write the file with a boolean.")]
    [InlineData("TIMESTAMPTZ '2026-01-01 00:00:00Z'", ColumnKind.Date, "the file holds TIMESTAMPTZ here, which is not read as date. Declare the type that the file holds, or write the file with a date.")]
    [InlineData("[1]", ColumnKind.Integer, "the file holds LIST here, which is not read as integer. Declare the type that the file holds, or write the file with a number.")]
    [InlineData("'a'::BLOB", ColumnKind.Text, "the file holds BLOB here, which is not read as text. Declare the type that the file holds, or write the file with a text.")]
    public void A_type_that_means_something_else_is_one_error(string sql, ColumnKind declared, string message) =>
        _files.Refusal($"SELECT {sql} AS x FROM range(100)", Csv.Of("x", declared)).ShouldBe(message);

    [DuckDbFact]
    public void Values_are_held_to_their_range_and_their_list()
    {
        _files.Write("d.parquet", "SELECT * FROM (VALUES (5, 'paid'), (6, 'pait'), (0, 'paid'), (7, 'pait')) t(rating, status)");
        var errors = _files.Errors("d.parquet", Csv.Integer("rating") with { Low = 1, High = 5 }, Csv.Text("status") with { AllowedTexts = ["paid", "open"] });
        errors.Select(e => $"{e.Line} {e.Value} {e.Message}").ShouldBe(
        [
            "2 6 `6` is not in 1..5.",
            "2 pait `pait` is not one of `paid`, `open`. Did you mean `paid`?",
            "3 0 `0` is not in 1..5.",
            "4 7 `7` is not in 1..5.",
            "4 pait `pait` is not one of `paid`, `open`. Did you mean `paid`?",
        ]);
    }

    [DuckDbFact]
    public void Errors_are_counted_and_the_first_ones_kept()
    {
        _files.Write("d.parquet", "SELECT -range AS x FROM range(10000)");
        var e = Should.Throw<DataException>(() => _files.Read("d.parquet", Csv.Integer("x") with { Low = 0 }));
        e.TotalErrors.ShouldBe(9999);
        e.Errors.Select(x => x.Line).ShouldBe(Enumerable.Range(2, 20));
    }

    [DuckDbFact]
    public void Keys_are_unique_across_files()
    {
        _files.Write("o/a.parquet", "SELECT range AS id FROM range(3000)").Write("o/b.parquet", "SELECT range + 2999 AS id FROM range(2)").Write("o/c.parquet", "SELECT 7 AS id UNION ALL SELECT 7");
        string Name(string file) => _files.Sandbox.At(file);
        _files.Errors("o/*.parquet", Csv.Integer("id") with { IsKey = true }).Select(e => e.ToString()).ShouldBe(
        [
            $"{Name("o/b.parquet")}(1): error: column `id`: `2999` is already the key of row 3000 of `{Shown(Name("o/a.parquet"))}`. Each row needs a key of its own.",
            $"{Name("o/c.parquet")}(1): error: column `id`: `7` is already the key of row 8 of `{Shown(Name("o/a.parquet"))}`. Each row needs a key of its own.",
            $"{Name("o/c.parquet")}(2): error: column `id`: `7` is already the key of row 8 of `{Shown(Name("o/a.parquet"))}`. Each row needs a key of its own.",
        ]);
    }

    [DuckDbFact]
    public void A_reference_into_nowhere_names_the_file_and_row_it_stands_in()
    {
        _files.Write("o/a.parquet", "SELECT range AS id FROM range(10)").Write("o/b.parquet", "SELECT 3 AS id UNION ALL SELECT 99").Write("k.parquet", "SELECT range AS id FROM range(10)");
        var from = _files.Read("o/*.parquet", Csv.Integer("id"));
        var to = _files.Read("k.parquet", Csv.Integer("id") with { IsKey = true });
        var error = Should.Throw<DataException>(() => References.Link(from, from["id"], to, to["id"])).Errors.ShouldHaveSingleItem();
        (error.File, error.Line, error.Value).ShouldBe((_files.Sandbox.At("o/b.parquet"), 2, "99"));
    }

    [DuckDbFact]
    public void Files_may_store_a_column_in_types_of_their_own()
    {
        _files.Write("o/1.parquet", "SELECT 1::SMALLINT AS x").Write("o/2.parquet", "SELECT 2.00::DECIMAL(20, 2) AS x, 'more' AS y").Write("o/3.parquet", "SELECT 3::DOUBLE AS x WHERE false").Write("o/4.parquet", "SELECT 4::DOUBLE AS x");
        var frame = _files.Read("o/*.parquet", Csv.Integer("x"));
        frame.Values<long>("x").Values.ToArray().ShouldBe([1, 2, 4]);
        Enumerable.Range(0, 3).Select(r => (frame.PlaceOf(r).File, frame.LineOf(r))).ShouldBe([(0, 1), (1, 1), (3, 1)]);
    }

    [DuckDbFact]
    public void Only_columns_in_use_are_read_and_checked()
    {
        _files.Write("d.parquet", "SELECT range AS id, NULL::INTEGER AS empty, 'x' AS t FROM range(10)");
        var schema = new SourceSchema("data", [Csv.Integer("id") with { IsKey = true }, Csv.Integer("empty"), Csv.Text("t")]);
        ParquetFile.Read(_files.Sandbox.At("d.parquet"), schema, new HashSet<string> { "t" }).Columns.Select(c => c.Name).ShouldBe(["id", "t"]);
        ParquetFile.Read(_files.Sandbox.At("d.parquet"), schema with { Columns = [Csv.Text("t")] }, new HashSet<string>()).RowCount.ShouldBe(10);
        Should.Throw<ArgumentException>(() => ParquetFile.Read(_files.Sandbox.At("d.parquet"), schema, new HashSet<string> { "nope" }));
    }

    [DuckDbTheory]
    [InlineData("nowhere.parquet", "the file does not exist.")]
    [InlineData("*.nowhere", "no file matches the pattern.")]
    [InlineData("nowhere/*/x.parquet", "no file matches the pattern.")]
    public void A_place_without_files_is_one_error(string place, string message) => _files.Errors(place, Csv.Text("x")).ShouldHaveSingleItem().Message.ShouldBe(message);

    [DuckDbFact]
    public void A_file_of_another_format_is_one_error_and_the_others_are_still_checked()
    {
        _files.Sandbox.Write("o/a.parquet", "id,amount\n1,2\n").Write("o/b.parquet", "");
        _files.Write("o/c.parquet", "SELECT 'x' AS id");
        var errors = _files.Errors("o/*.parquet", Csv.Integer("id"));
        errors.Select(e => Path.GetFileName(e.File)).ShouldBe(["a.parquet", "b.parquet", "c.parquet"]);
        errors[0].Message.ShouldStartWith("the file cannot be read as Parquet: ");
        errors.ShouldAllBe(e => !e.Message.Contains('\n'));
        _files.Errors("o", Csv.Integer("id")).ShouldHaveSingleItem().Message.ShouldStartWith("this is a directory");
    }

    [DuckDbFact]
    public void A_file_cut_short_is_an_error()
    {
        _files.Write("d.parquet", "SELECT range AS x FROM range(100000)");
        byte[] bytes = File.ReadAllBytes(_files.Sandbox.At("d.parquet"));
        bytes.AsSpan(100, bytes.Length / 2).Clear();
        _files.Sandbox.Write("broken.parquet", bytes).Write("short.parquet", bytes[..(bytes.Length / 2)]);
        _files.Errors("broken.parquet", Csv.Integer("x")).Count.ShouldBeGreaterThan(0);
        _files.Errors("short.parquet", Csv.Integer("x")).ShouldHaveSingleItem().Message.ShouldStartWith("the file cannot be read as Parquet: ");
    }

    [DuckDbFact]
    public void Rows_keep_the_order_of_the_file()
    {
        _files.Write("d.parquet", "SELECT range AS x, 'text ' || range % 77 AS t FROM range(500000)", ", ROW_GROUP_SIZE 10000");
        var frame = _files.Read("d.parquet", Csv.Integer("x"), Csv.Text("t"));
        frame.Values<long>("x").Values.ToArray().ShouldBe(Enumerable.Range(0, 500_000).Select(r => (long)r).ToArray());
        frame.Texts("t").Text(499_999).ShouldBe($"text {499_999 % 77}");
        frame.Texts("t").Dictionary.Count.ShouldBe(77);
    }

    [DuckDbFact]
    public void A_stopped_reading_stops()
    {
        _files.Write("d.parquet", "SELECT range AS x FROM range(10)");
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Should.Throw<OperationCanceledException>(() => ParquetFile.Read(_files.Sandbox.At("d.parquet"), new SourceSchema("data", [Csv.Integer("x")]), null, stop.Token));
    }

    private static string Shown(string path) => path.Length <= 60 ? path : $"{path[..60]}…";
}
