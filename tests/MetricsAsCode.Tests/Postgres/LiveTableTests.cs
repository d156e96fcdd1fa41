using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.Postgres;

/// <summary><c>--engine postgres</c> over tables of a server.</summary>
public sealed class LiveTableTests
{
    [PostgresTheory]
    [InlineData("run revenue order_count aov --for 2026-Q1 --by customers.country --format json")]
    [InlineData("run revenue aov --for 2026 --grain month --format csv")]
    [InlineData("run aov --as-of 2026-03-30")]
    [InlineData("scorecard --name q1")]
    [InlineData("test")]
    public void Say_what_the_data_files_say(string line)
    {
        using var files = Sandbox.WithShop();
        using var live = new LiveShop();
        live.Run(line).ShouldBe(files.Run(line.Split(' ')));
    }

    [PostgresFact]
    public void Check_holds_sources_against_the_tables()
    {
        using var live = new LiveShop();
        live.Run("check").ShouldSay(0, "shop: 2 sources, 3 metrics, 1 objective, 1 scorecard, 1 test: no mistakes\n");
        live.With("DELETE FROM {0}.customers WHERE customer_id = 'ann'; INSERT INTO {0}.orders VALUES (1, 'bob', '2026-04-03', 'lost', 1)");
        var ran = live.Run("check");
        ran.Code.ShouldBe(1);
        ran.Error.ShouldContain("error MAC7007: 2 values of `customer_id` refer to no row of `customers`, the first `ann`.");
        ran.Error.ShouldContain("error MAC7006: The key `order_id` is not unique: one value stands in several rows, the first `1`.");
        ran.Error.ShouldContain("error MAC7004: 1 value of `status` is not among those declared, the first `lost`.");
    }

    [PostgresTheory]
    [InlineData("ALTER TABLE {0}.orders ALTER amount TYPE double precision", "is double precision in the table where the source declares money USD. It would lose digits")]
    [InlineData("ALTER TABLE {0}.orders ALTER amount TYPE numeric(10, 3)", "is numeric(10,3) in the table where the source declares money USD. It would lose digits")]
    [InlineData("ALTER TABLE {0}.orders ALTER amount TYPE numeric; INSERT INTO {0}.orders VALUES (6, 'ann', '2026-02-05', 'placed', 1.005)", "1 value of `amount` is not a money USD of at most 19 digits, the first `1.005`")]
    [InlineData("ALTER TABLE {0}.orders ALTER amount TYPE numeric; INSERT INTO {0}.orders VALUES (6, 'ann', '2026-02-05', 'placed', 'NaN')", "1 value of `amount` is not a money USD of at most 19 digits, the first `NaN`")]
    [InlineData("INSERT INTO {0}.orders VALUES (6, 'ann', 'infinity', 'placed', 1)", "1 value of `placed_on` is not in the years 1 to 9999, the first `infinity`")]
    [InlineData("INSERT INTO {0}.orders VALUES (6, 'ann', NULL, 'placed', 1)", "1 row has no `placed_on`. Declare it `date?`, or mend the table.")]
    [InlineData("INSERT INTO {0}.customers VALUES ('ann', NULL)", "The key `customer_id` is not unique")]
    [InlineData("ALTER TABLE {0}.orders RENAME status TO state", "has no column `status`.")]
    [InlineData("ALTER TABLE {0}.orders RENAME TO bestellungen", ".orders`.")]
    public void A_table_that_is_not_what_its_source_declares_is_refused_before_anything_is_computed(string change, string reason)
    {
        using var live = new LiveShop().With(change);
        var ran = live.Run("run revenue --for 2026-Q1 --by customers.country");
        ran.Code.ShouldBe(3);
        ran.Error.ShouldContain(reason);
        ran.Out.ShouldBeEmpty();
    }

    [PostgresFact]
    public void Types_that_hold_the_values_without_loss_are_taken()
    {
        using var live = new LiveShop();
        live.With("""
            CREATE TYPE {0}.mood AS ENUM ('good', 'bad');
            CREATE DOMAIN {0}.cents AS numeric(8, 2);
            CREATE TABLE {0}.notes (id uuid, mood {0}.mood, at timestamptz, local timestamp, cents {0}.cents, share real, small smallint, flag boolean, free numeric, xmin_ text);
            INSERT INTO {0}.notes VALUES ('00000000-0000-0000-0000-000000000001', 'good', '2026-03-01 00:30:00+02', '2026-03-01 00:30:00.000001', 1.25, 0.5, 7, true, 12345678901234.5, 'x');
            """);
        live.Folder.Write("metrics-defs/shop/notes.metrics", $$"""
            module shop
            source notes from postgres "{{live.Schema}}.notes" {
              id text key
              mood text in [good, bad]
              moment timestamp time from "at"
              local timestamp
              cents decimal(2)
              share number
              small integer
              flag boolean
              free decimal(4)
              note text from "xmin_"
            }
            metric kinds = sum(notes.cents where mood = good and flag and small = 7 and share = 0.5 and free = 12345678901234.5 and note = "x")
            metric later = max(notes.local - moment)
            """);
        // The instant lies in February, in UTC; between it and the local time are two hours and a microsecond.
        live.Run("run kinds later --for 2026-02 --format csv").Out.ShouldContain("kinds,2026-02,,1.25");
        live.Run("run later --for 2026-02 --format json").Out.ShouldContain("7200000001");
        live.Run("run kinds --for 2026-03 --format csv").Out.ShouldContain("kinds,2026-03,,0.00");
    }

    [PostgresFact]
    public void Sources_that_are_not_in_the_database_are_copied_beside_it_and_that_is_said()
    {
        using var live = new LiveShop();
        live.Folder.Write("metrics-defs/shop/data/rates.csv", "country,rate\nGermany,0.1\nFrance,0.2\n").Write("metrics-defs/shop/rates.metrics",
            "module shop\nsource rates from csv \"data/rates.csv\" {\n  country text key\n  rate number\n}\nmetric rates_sum = sum(rates.rate) + count(orders)\n");
        var ran = live.Run("run rates_sum --for 2026-Q1 --format csv");
        ran.Error.ShouldBe("note: `rates` is no table of PostgreSQL: its 2 rows are copied into a temporary one.\n");
        ran.Out.ShouldContain("4.3");
    }

    [PostgresFact]
    public void References_between_files_and_tables_must_lead_somewhere()
    {
        using var live = new LiveShop();
        live.Folder.Write("metrics-defs/shop/visits.csv", "visitor\nann\nzoe\n").Write("metrics-defs/shop/visits.metrics",
            "module shop\nsource visits from csv \"visits.csv\" {\n  visitor text -> customers\n}\nmetric visits_of = count(visits where customers.country = \"Germany\")\n");
        var ran = live.Run("run visits_of --for 2026-Q1");
        ran.Code.ShouldBe(3);
        ran.Error.ShouldContain("1 value of `visitor` refers to no row of `customers`, the first `zoe`.");
    }

    [PostgresFact]
    public void A_table_of_a_database_is_not_read_by_other_engines_but_a_file_in_its_place_is()
    {
        using var live = new LiveShop();
        var ran = live.Folder.Run("run", "order_count", "--for", "2026-Q1");
        ran.Code.ShouldBe(3);
        ran.Error.ShouldContain($"`orders` is the table `{live.Schema}.orders` of a database. Compute with --engine postgres, or read a file instead: --data orders=PATH.");
        live.Folder.Write("o.csv", Shop.Orders).Write("c.csv", Shop.Customers);
        live.Folder.Run("run", "order_count", "--for", "2026-Q1", "--data", "orders=o.csv", "--data", "customers=c.csv", "--format", "csv").Out.ShouldContain("order_count,2026-Q1,,4");
    }

    [PostgresFact]
    public void Without_a_table_of_the_server_there_is_nothing_to_check()
    {
        using var folder = Sandbox.WithShop();
        folder.Run("check", "--engine", "postgres").ShouldFail(2, "No source is a table of PostgreSQL. Declare one, e.g. `source orders from postgres \"public.orders\" { … }`.");
    }

    [PostgresFact]
    public void Names_of_tables_and_columns_that_look_like_SQL_stay_names()
    {
        using var live = new LiveShop();
        live.With("""
            CREATE TABLE {0}."or""ders'; DROP TABLE x; --" ("i""d'; DROP TABLE x; --" integer, "\" text, "xmax x" integer);
            INSERT INTO {0}."or""ders'; DROP TABLE x; --" VALUES (1, 'a''; DROP TABLE x; --\', 3);
            """);
        live.Folder.Write("metrics-defs/shop/hostile.metrics", $$"""
            module shop
            source hostile from postgres "{{live.Schema}}.or\"ders'; DROP TABLE x; --" {
              id integer key from "i\"d'; DROP TABLE x; --"
              said text from "\\"
              xmin integer from "xmax x"
            }
            metric found = sum(hostile.xmin where said = "a'; DROP TABLE x; --\\")
            """);
        live.Run("run found --for 2026-Q1 --by hostile.said --format csv").Out.ShouldContain(",3");
        live.Run("check").Code.ShouldBe(0);
    }

    [PostgresFact]
    public void Nothing_of_ours_is_left_behind()
    {
        using var live = new LiveShop();
        object? before = live.Server.Value($"SELECT count(*) FROM pg_class WHERE relnamespace = '{live.Schema}'::regnamespace");
        live.Run("run revenue --for 2026-Q1").Code.ShouldBe(0);
        live.Server.Value($"SELECT count(*) FROM pg_class WHERE relnamespace = '{live.Schema}'::regnamespace").ShouldBe(before);
        live.Server.Value("SELECT count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proname LIKE 'real%'").ShouldBe(0L);
    }
}
