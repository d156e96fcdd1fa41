using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.ClickHouse;

/// <summary><c>--engine clickhouse</c> over tables of a current server.</summary>
public sealed class LiveTableTests
{
    [ChdbTheory]
    [InlineData("run revenue order_count aov --for 2026-Q1 --by customers.country --format json")]
    [InlineData("run revenue aov --for 2026 --grain month --format csv")]
    [InlineData("run aov --as-of 2026-03-30")]
    [InlineData("test")]
    public void Say_what_the_data_files_say(string line)
    {
        using var files = Sandbox.WithShop();
        using var live = new LiveShop();
        live.Run(line).ShouldBe(files.Run(line.Split(' ')));
    }

    [ChdbFact]
    public void A_scorecard_says_what_that_over_files_says()
    {
        using var files = Sandbox.WithShop();
        using var live = new LiveShop();
        files.Run("scorecard", "--name", "q1", "--out", "out").Code.ShouldBe(0);
        live.Run("scorecard --name q1 --out out").Code.ShouldBe(0);
        live.Folder.Read("out/scorecards/shop-q1.md").ShouldBe(files.Read("out/scorecards/shop-q1.md"));
    }

    [ChdbFact]
    public void Check_holds_sources_against_the_tables()
    {
        using var live = new LiveShop();
        live.Run("check").ShouldSay(0, "shop: 2 sources, 3 metrics, 1 objective, 1 scorecard, 1 test: no mistakes\n");
        live.With("INSERT INTO {0}.orders VALUES (1, 'dee', '2026-04-03', 'lost', 1), (7, 'eve', '2026-04-03', 'placed', 1)");
        var ran = live.Run("check");
        ran.Code.ShouldBe(1);
        ran.Error.ShouldContain("error MAC7007: 2 values of `customer_id` refer to no row of `customers`, the first `dee`.");
        ran.Error.ShouldContain("error MAC7006: The key `order_id` is not unique: one value stands in several rows, the first `1`.");
        ran.Error.ShouldContain("error MAC7004: 1 value of `status` is not among those declared, the first `lost`.");
    }

    [ChdbTheory]
    [InlineData("ALTER TABLE {0}.orders MODIFY COLUMN amount Float64", "is Float64 in the table where the source declares money USD. It would lose digits")]
    [InlineData("ALTER TABLE {0}.orders MODIFY COLUMN amount Decimal(10, 3)", "is Decimal(10, 3) in the table where the source declares money USD. It would lose digits")]
    [InlineData("ALTER TABLE {0}.orders MODIFY COLUMN placed_on Nullable(Date), UPDATE placed_on = NULL WHERE order_id = 1", "1 row has no `placed_on`. Declare it `date?`, or mend the table.")]
    [InlineData("INSERT INTO {0}.customers VALUES ('ann', NULL)", "The key `customer_id` is not unique")]
    [InlineData("ALTER TABLE {0}.orders RENAME COLUMN status TO state", "has no column `status`.")]
    [InlineData("RENAME TABLE {0}.orders TO {0}.bestellungen", ".orders`.")]
    public void A_table_that_is_not_what_its_source_declares_is_refused_before_anything_is_computed(string change, string reason)
    {
        using var live = new LiveShop();
        live.With("DROP TABLE {0}.orders").With("CREATE TABLE {0}.orders (order_id UInt32, customer_id String, placed_on Date, status Enum8('placed' = 1, 'delivered' = 2, 'lost' = 3), amount Decimal(10, 2)) ENGINE = MergeTree ORDER BY order_id SETTINGS mutations_sync = 2".Replace(" SETTINGS mutations_sync = 2", "", StringComparison.Ordinal))
            .With("INSERT INTO {0}.orders VALUES (1, 'ann', '2026-01-03', 'delivered', 10.50)").With("SET mutations_sync = 2");
        foreach (string one in change.Split(", UPDATE "))
            live.With(one.StartsWith("placed_on", StringComparison.Ordinal) ? "ALTER TABLE {0}.orders UPDATE " + one + " SETTINGS mutations_sync = 2" : one);
        var ran = live.Run("run revenue --for 2026-Q1 --by customers.country");
        ran.Code.ShouldBe(3);
        ran.Error.ShouldContain(reason);
        ran.Out.ShouldBeEmpty();
    }

    [ChdbFact]
    public void Types_that_hold_the_values_without_loss_are_taken()
    {
        using var live = new LiveShop();
        live.With("CREATE TABLE {0}.notes (id UUID, mood Enum8('good' = 1, 'bad' = 2), at DateTime('America/New_York'), fine DateTime64(6, 'Asia/Kolkata'), cents Decimal(8, 2), share Float32, small UInt8, flag Bool, bit UInt8, old Date32, `weird \"\\` {0}` String) ENGINE = Memory");
        live.With("INSERT INTO {0}.notes VALUES ('00000000-0000-0000-0000-000000000001', 'good', toDateTime('2026-02-28 22:30:00', 'UTC'), toDateTime64('2026-03-01 00:30:00.000001', 6, 'UTC'), 1.25, 0.5, 7, true, 1, '1900-01-02', 'x')");
        live.Folder.Write("metrics-defs/shop/notes.metrics", $$"""
            module shop
            source notes from clickhouse "{{live.Database}}.notes" {
              id text key
              mood text in [good, bad]
              at timestamp time
              fine timestamp
              cents decimal(2)
              share number
              small integer
              flag boolean
              bit boolean
              old date
            }
            metric kinds = sum(notes.cents where mood = good and flag and bit and small = 7 and share = 0.5 and old = 1900-01-02)
            metric unknown_mood = count(notes where mood = good or id = "bad'; DROP TABLE notes; --")
            metric later = max(notes.fine - `at`)
            """);
        // The instant lies in February, in UTC; between it and the other are two hours and a microsecond.
        var ran = live.Run("run kinds later unknown_mood --for 2026-02 --format csv");
        ran.Error.ShouldBeEmpty();
        ran.Out.ShouldContain("kinds,2026-02,,1.25");
        live.Run("run later --for 2026-02 --format json").Out.ShouldContain("7200000001");
        live.Run("run unknown_mood --for 2026-02 --format csv").Out.ShouldContain("unknown_mood,2026-02,,1,");
    }

    [ChdbFact]
    public void A_file_is_put_beside_the_tables_and_that_is_said()
    {
        using var files = Sandbox.WithShop();
        using var live = new LiveShop();
        live.Folder.Write("metrics-defs/shop/shop.metrics", LiveShop.Definitions(live.Database).Replace($"from clickhouse \"{live.Database}.customers\"", "from csv \"data/customers.csv\"", StringComparison.Ordinal)).Write("metrics-defs/shop/data/customers.csv", Shop.Customers);
        var ran = live.Run("run revenue --for 2026-Q1 --by customers.country --format csv");
        ran.Out.ShouldBe(files.Run("run", "revenue", "--for", "2026-Q1", "--by", "customers.country", "--format", "csv").Out);
        ran.Error.ShouldContain("note: `customers` is no table of ClickHouse: its 3 rows are copied into a temporary one.");
    }
}
