using System.Globalization;
using MetricsAsCode.Tests.Cli;
using MetricsAsCode.Tests.Scorecards.Proof;

namespace MetricsAsCode.Tests.Scorecards;

/// <summary>Hostile labels, owners, tags, formulas, values of data and names of folders, through the tool from file to file.</summary>
public class HostileDefinitionsTests
{
    private static readonly string[] Texts =
    [
        "a | b || c", "`code` ```", "<script>alert(1)</script>", "</details><img src=x onerror=alert(1)>", "](javascript:alert(1))", "[x](https://evil.example) ![y](z)", "https://evil.example", "\u202Eesrever", "x\u200By", "***", "# 1. - >",
        "@everyone #12 GH-3", "$$x$$ {{title}} &lt;b&gt; <!--", "🛒 👩‍👩‍👧", "{{{product.goal}}}", "%%{init}%% end",
    ];

    public static TheoryData<string> Hostile => [.. Texts, new string('x', 10_000), new string('|', 2_000)];

    public static TheoryData<string> Folders => ["a b", "a|b", "a`b", "[a](b)", "<b>", "a#1", "100%", "a&amp;b", "(a)", "a'b\"c", "ä🛒", "a*b_c_", "..a", "a?b=c", "@team", "javascript:alert(1)"];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Texts_of_definitions_and_data_change_nothing_but_themselves(string text)
    {
        string page = Page(text, "shop");
        MarkdownReading.Shape(page).ShouldBe(MarkdownReading.Shape(Page("harmless", "shop")));
        PageChecks.BrokenTables(page).ShouldBeEmpty();
        PageChecks.ForeignHtml(page).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Links_lead_to_definitions_whatever_their_folder_is_called(string name)
    {
        using var folder = Written("harmless", name);
        string page = folder.Read("generated/scorecards/shop-q2.md");
        PageChecks.Links(page).Count(static l => !l.IsPicture).ShouldBeGreaterThan(10);
        PageChecks.DeadLinks(page, folder.At("generated/scorecards")).ShouldBeEmpty();
        PageChecks.BrokenTables(page).ShouldBeEmpty();
        PageChecks.ForeignHtml(page).ShouldBeEmpty();
    }

    private static string Page(string text, string name)
    {
        using var folder = Written(text, name);
        return folder.Read("generated/scorecards/shop-q2.md");
    }

    private static Sandbox Written(string text, string name)
    {
        string quoted = "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
        string cell = "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
        var folder = new Sandbox()
            .Write($"metrics-defs/{name}/shop.metrics", Definitions.Replace("TEXT", quoted, StringComparison.Ordinal).Replace("WORDS", text, StringComparison.Ordinal))
            .Write($"metrics-defs/{name}/customers.csv", $"customer_id,joined_at,city\nann,2026-04-01,{cell}\nbob,2026-05-01,Lisbon\n")
            .Write($"metrics-defs/{name}/orders.csv", string.Create(CultureInfo.InvariantCulture, $"order_id,customer_id,placed_on,kind,note\n1,ann,2026-04-02,seen,{cell}\n2,ann,2026-04-02,paid,{cell}\n3,bob,2026-05-03,seen,b\n4,bob,2026-06-30,paid,b\n"));
        var ran = folder.Run("scorecard", "--engine", "reference");
        ran.Error.ShouldBe("");
        return folder;
    }

    private const string Definitions =
        """
        module shop
        product TEXT { goal TEXT; vision TEXT; value TEXT; north star orders_paid }
        source customers from csv "customers.csv" { customer_id text key; joined_at date time; city text }
        source orders from csv "orders.csv" { order_id integer key; customer_id text -> customers; placed_on date time; kind text in [seen, paid]; note text }
        let paid = orders where kind = paid
        let odd = orders where note = TEXT
        /// WORDS
        metric orders_paid TEXT = count(paid) { better higher; owner TEXT; tags [okr] }
        /// WORDS
        metric noted TEXT = count(odd)
        metric last_note TEXT = last(orders.note)
        funnel buying TEXT by orders.customer_id within 30 days {
          step seen TEXT = orders where kind = seen
          step bought TEXT = paid
        }
        cohort joiners TEXT by customers starting joined_at returning in paid
        journey TEXT { stage a TEXT { does TEXT, TEXT; metrics orders_paid, noted }
          stage b TEXT { does TEXT } }
        /// WORDS
        objective more TEXT {
          owner TEXT
          key result one TEXT = orders_paid reach 10 { metrics noted; strategy TEXT }
          key result two TEXT { need noted at least 1 }
          initiative TEXT for one
        }
        /// WORDS
        scorecard q2 TEXT for 2026-Q2 {
          trend 3 months
          show north star
          show objectives
          show journey
          show buying
          show joiners by month
          show orders_paid by customers.city top 1
          show metrics
        }

        """;
}
