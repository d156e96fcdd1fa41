using MetricsAsCode.Data;
using MetricsAsCode.Engines.Caching;
using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.Caching;

/// <summary>Columns that are kept are those that were parsed, and are never found for another file or contract.</summary>
public sealed class ColumnCacheTests : IDisposable
{
    private const string Rows = """
        id,text,number,amount,truth,day,at,stars,note
        1,a,1.5,12.50,true,2026-01-01,2026-01-01T10:00:00Z,5,"two
        lines"
        2,,-2e300,-3.00,false,2026-02-03,2026-03-01T00:00:01Z,,x
        4000000000,b,,99.99,1,,9999-12-31T23:59:59.999999Z,1,x

        """;

    private static readonly SourceSchema Everything = new("orders",
    [
        new("id", new ColumnType(ColumnKind.Integer)) { IsKey = true }, new("text", new ColumnType(ColumnKind.Text)) { IsOptional = true },
        new("number", new ColumnType(ColumnKind.Number)) { IsOptional = true }, new("amount", new ColumnType(ColumnKind.Money, 2, "EUR")),
        new("truth", new ColumnType(ColumnKind.Boolean)), new("day", new ColumnType(ColumnKind.Date)) { IsOptional = true },
        new("at", new ColumnType(ColumnKind.Timestamp)), new("stars", new ColumnType(ColumnKind.Integer)) { IsOptional = true }, new("note", new ColumnType(ColumnKind.Text)),
    ]);

    private static readonly HashSet<string> All = [.. Everything.Columns.Select(c => c.Name)];
    private readonly Sandbox sandbox = new();

    public ColumnCacheTests() => Write(Rows);

    private string Folder => Path.Combine(sandbox.Root, "kept");

    private string Orders => Path.Combine(sandbox.Root, "orders.csv");

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void What_is_found_is_what_was_parsed()
    {
        var parsed = Read(All);
        var found = Find(All);
        found.RowCount.ShouldBe(3);
        foreach (var column in parsed.Columns)
        {
            var other = found[column.Name];
            (other.GetType(), other.Type, other.Width).ShouldBe((column.GetType(), column.Type, column.Width), column.Name);
            Enumerable.Range(0, 3).Select(other.Show).ShouldBe(Enumerable.Range(0, 3).Select(column.Show), column.Name);
        }

        Enumerable.Range(0, 3).Select(found.LineOf).ShouldBe([2, 4, 5]);
        found.Texts("text").CodeOf("b").ShouldBe(1);
    }

    [Fact]
    public void A_column_that_is_not_kept_has_the_file_parsed_and_is_kept_then()
    {
        Read(["id", "amount"]);
        Find(["amount"]).Columns.Select(c => c.Name).ShouldBe(["id", "amount"]);
        Parses(["amount", "stars"]).ShouldBeTrue();
        Parses(["stars"]).ShouldBeFalse();
    }

    [Fact]
    public void A_file_that_has_changed_is_parsed()
    {
        Read(All);
        Write(Rows.Replace("12.50", "12.51", StringComparison.Ordinal));
        Parses(All).ShouldBeTrue();
        Read(All).Values<long>("amount")[0].ShouldBe(1251);
    }

    [Fact]
    public void A_change_that_leaves_size_and_time_as_they_were_shows_in_the_bytes()
    {
        Read(All);
        var written = File.GetLastWriteTimeUtc(Orders);
        File.WriteAllText(Orders, Rows.Replace("12.50", "12.51", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(Orders, written);
        Parses(All).ShouldBeTrue();
    }

    [Fact]
    public void Another_contract_has_the_file_parsed()
    {
        Read(All);
        Parses(All, With("stars", c => c with { High = 4 })).ShouldBeTrue();
        Parses(All, With("text", c => c with { AllowedTexts = ["a", "b"] })).ShouldBeTrue();
        Parses(All, With("text", c => c with { AllowedTexts = ["a", "b", "c"] })).ShouldBeTrue();
        Parses(All, With("at", c => c with { Zone = "Europe/Paris" })).ShouldBeTrue();
        Parses(All, Everything with { Name = "others" }).ShouldBeTrue();
    }

    [Fact]
    public void A_file_that_breaks_its_contract_is_not_kept()
    {
        var strict = With("stars", c => c with { High = 4 });
        for (int run = 0; run < 2; run++)
            Should.Throw<DataException>(() => Cache().Read(Orders, strict, All, () => CsvFile.Read(Orders, strict, All)));
        Directory.Exists(Folder).ShouldBeFalse();
    }

    [Fact]
    public void A_file_that_was_written_just_now_is_not_kept()
    {
        File.SetLastWriteTimeUtc(Orders, DateTime.UtcNow);
        Read(All);
        Parses(All).ShouldBeTrue();
    }

    [Fact]
    public void Damaged_columns_are_parsed_again()
    {
        Read(All);
        foreach (string file in Directory.GetFiles(Folder))
        {
            byte[] bytes = File.ReadAllBytes(file);
            bytes[bytes.Length / 2] ^= 4;
            File.WriteAllBytes(file, bytes);
            Parses(All).ShouldBeTrue(Path.GetFileName(file));
            File.WriteAllBytes(file, bytes[..(bytes.Length / 2)]);
            Parses(All).ShouldBeTrue(Path.GetFileName(file));
            Read(All);
            Parses(All).ShouldBeFalse();
        }
    }

    [Fact]
    public void Smaller_files_are_not_kept()
    {
        var cache = new ColumnCache(Folder, 100_000);
        cache.Read(Orders, Everything, All, Parse);
        cache.Flush();
        Directory.Exists(Folder).ShouldBeFalse();
    }

    [Fact]
    public void A_folder_that_others_may_write_to_is_not_used()
    {
        // Windows tells rights in another way.
        if (OperatingSystem.IsWindows())
            return;
        Read(All);
        File.SetUnixFileMode(Folder, File.GetUnixFileMode(Folder) | UnixFileMode.OtherWrite);
        Parses(All).ShouldBeTrue();
    }

    private static SourceSchema With(string column, Func<ColumnSchema, ColumnSchema> change) =>
        Everything with { Columns = [.. Everything.Columns.Select(c => c.Name == column ? change(c) : c)] };

    private void Write(string rows)
    {
        File.WriteAllText(Orders, rows);
        File.SetLastWriteTimeUtc(Orders, DateTime.UtcNow.AddMinutes(-1));
    }

    private ColumnCache Cache() => new(Folder, 0);

    private DataFrame Parse() => CsvFile.Read(Orders, Everything, All);

    private DataFrame Read(HashSet<string> columns)
    {
        var cache = Cache();
        var frame = cache.Read(Orders, Everything, columns, () => CsvFile.Read(Orders, Everything, columns));
        cache.Flush();
        return frame;
    }

    private DataFrame Find(HashSet<string> columns) => Cache().Read(Orders, Everything, columns, () => throw new InvalidOperationException("It was parsed."));

    private bool Parses(HashSet<string> columns, SourceSchema? schema = null)
    {
        bool parses = false;
        var cache = Cache();
        cache.Read(Orders, schema ?? Everything, columns, () =>
        {
            parses = true;
            return CsvFile.Read(Orders, Everything, columns);
        });
        cache.Flush();
        return parses;
    }
}
