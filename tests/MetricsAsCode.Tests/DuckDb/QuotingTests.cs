using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.DuckDb;

namespace MetricsAsCode.Tests.DuckDb;

public sealed class QuotingTests : IDisposable
{
    private readonly DuckDbConnection _database = Duck.Open();

    public static TheoryData<string> Hostile =>
    [
        "\"; DROP TABLE witness; --", "'; DROP TABLE witness; --", "a\"b", "a''b", "\\", "\\'", "\\\"", "/* ", " */ ", "-- ", "$1", "$$", "?", ":name", "select", "a.b", "a b", " ", "\n",
        "\t\"\"\"", "é🦆", "E'\\x27'", "U&'\\0027'", "%s{0}", "“quoted”", "pivot_longer", "try_cast", "current_date",
    ];

    public void Dispose() => _database.Dispose();

    [DuckDbTheory]
    [MemberData(nameof(Hostile))]
    public void A_name_stays_a_name_and_a_text_a_text(string hostile)
    {
        _database.Execute("CREATE TABLE witness (a INTEGER)");
        string name = SqlText.Name(hostile);
        _database.Execute($"CREATE TABLE {name} ({name} VARCHAR)");
        _database.Execute($"INSERT INTO {name} VALUES ({SqlText.Quote(hostile)})");
        using var result = _database.Query($"SELECT {name} FROM {name} WHERE {name} = $1", [hostile]);
        result.Columns.ShouldHaveSingleItem().Name.ShouldBe(hostile);
        result.ReadRows().ShouldHaveSingleItem().ShouldBe([hostile]);
        _database.Value("SELECT count(*) FROM witness").ShouldBe(0L);
    }

    [DuckDbTheory]
    [MemberData(nameof(Hostile))]
    public void A_frame_becomes_a_table_whatever_its_names(string hostile)
    {
        var frame = new DataFrame(hostile, 2, [TextColumn.Of(hostile, [hostile, null])]);
        DuckDbTables.Register(_database, frame);
        _database.Rows($"SELECT * FROM {SqlText.Name(hostile)}").ShouldBe([[hostile], [null]]);
    }

    [DuckDbFact]
    public void Any_text_is_read_back() => Prop.ForAll<string>(text =>
    {
        // Half of a character outside the basic plane is no text.
        string whole = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text ?? ""));
        return Equals(_database.Value($"SELECT {SqlText.Quote(whole)}"), whole) && Equals(_database.Value("SELECT $1", whole), whole);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [DuckDbFact]
    public void The_character_NUL_ends_nothing()
    {
        _database.Value($"SELECT {SqlText.Quote("a\0'b\0")} || 'c'").ShouldBe("a\0'b\0c");
        SqlText.Name("a\0b").ShouldBe("\"ab\"");
        Should.Throw<ArgumentException>(() => _database.Execute("SELECT 1 \0 garbage"));
    }
}
