using System.Text.Json;
using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.Mutation;

/// <summary>Mistakes that tests notice, and mistakes that they do not.</summary>
public class MutateVerbTests
{
    private const string Shop =
        """
        module shop

        product "Shop" {
          currency USD
        }

        source orders from csv "orders.csv" {
          order_id  text key
          placed_on date time
          status    text in [placed, delivered]
          rating    integer
        }

        metric delivered_share as percent = share(orders where status = delivered)
        metric good_orders = count(orders where rating >= 4)

        test "one of two is delivered" for 2026-01 {
          given orders
            | order_id | placed_on  | status    | rating |
            | 1        | 2026-01-03 | delivered | 5      |
            | 2        | 2026-01-04 | placed    | 1      |
            | 3        | 2026-01-05 | placed    | 1      |
          expect delivered_share = 33.3% within 0.1 points
          expect good_orders = 1
        }

        """;

    [Fact]
    public void What_no_test_notices_is_shown_with_its_place()
    {
        using var folder = new Sandbox().Write("shop.metrics", Shop);
        var ran = folder.Run("mutate", "shop.metrics");
        ran.Error.ShouldBe(
            """
            shop.metrics(15,48): survived: shop.good_orders | `>=` becomes `>`
              15 | metric good_orders = count(orders where rating >= 4)
                 |                                                ^^
            shop.metrics(15,51): survived: shop.good_orders | `4` becomes `5`
              15 | metric good_orders = count(orders where rating >= 4)
                 |                                                   ^

            """);
        // Left out, negated, `!=`; refused: `as number`, a share without a condition, `distinct` of rows.
        ran.Out.ShouldBe("9 mutants: 4 killed by a test, 3 refused by the compiler, 2 survived\n");
        ran.Code.ShouldBe(1);
    }

    [Fact]
    public void A_row_at_the_boundary_kills_them()
    {
        using var folder = new Sandbox().Write("shop.metrics", Shop.Replace("| placed    | 1      |\n    | 3 ", "| placed    | 4      |\n    | 3 ").Replace("expect good_orders = 1", "expect good_orders = 2"));
        var ran = folder.Run("mutate", "shop.metrics");
        ran.ShouldSay(0, "9 mutants: 6 killed by a test, 3 refused by the compiler, 0 survived\n");
    }

    [Fact]
    public void Who_explains_a_survivor_is_not_told_again()
    {
        using var folder = new Sandbox().Write("shop.metrics", Shop)
            .Write("mutants.txt", "# whole ratings\nshop.good_orders | `>=` becomes `>` | no row has a rating of 4\nshop.good_orders | `4` becomes `5` | nor more than 5\n");
        folder.Run("mutate", "shop.metrics", "--explained", "mutants.txt").ShouldSay(0, "9 mutants: 4 killed by a test, 3 refused by the compiler, 2 explained, 0 survived\n");
        folder.Write("mutants.txt", "shop.good_orders | `>=` becomes `>` | no row has a rating of 4\nshop.good_orders | `4` becomes `5` | nor more than 5\nmall.other | `a` becomes `b` | another module\nshop.gone | `>=` becomes `>` | old\n");
        var ran = folder.Run("mutate", "shop.metrics", "--explained", "mutants.txt");
        ran.Error.ShouldBe("mutants.txt(4): explains nothing: no survivor of `shop.gone` is \"`>=` becomes `>`\". Take the line out.\n");
        ran.Code.ShouldBe(1);
    }

    [Fact]
    public void A_different_spelling_with_the_same_meaning_is_no_survivor()
    {
        using var folder = new Sandbox().Write("shop.metrics", Shop + "\nlet placed_twice = orders where status = placed where status = placed\nmetric twice = count(placed_twice)\n");
        string json = folder.Run("mutate", "shop.metrics", "--only", "shop.placed_twice", "--format", "json").Out;
        using var outcomes = JsonDocument.Parse(json);
        outcomes.RootElement.EnumerateArray().Select(o => $"{o.GetProperty("change").GetString()}: {o.GetProperty("fate").GetString()}").ShouldBe(
            [
                "`where status = placed` is left out: Same",
                "`status = placed` becomes `not (status = placed)`: Survived",
                "`=` becomes `!=`: Survived",
                "`where status = placed` is left out: Same",
                "`status = placed` becomes `not (status = placed)`: Survived",
                "`=` becomes `!=`: Survived",
            ]);
    }

    [Fact]
    public void A_failing_test_is_mended_first()
    {
        using var folder = new Sandbox().Write("shop.metrics", Shop.Replace("good_orders = 1", "good_orders = 2"));
        folder.Run("mutate", "shop.metrics").ShouldFail(1, "the test \"one of two is delivered\" fails as it is. Mend it first: `metrics test` shows how.");
    }

    [Theory]
    [InlineData("error: --only `nosuch` names nothing that has a formula of its own. `metrics list` shows what there is.\n", "--only", "nosuch")]
    [InlineData("error: --explained `nosuch.txt` cannot be read (Could not find file '", "--explained", "nosuch.txt")]
    [InlineData("error: bad.txt(2): write `module.declaration | change | reason`, the first two as `metrics mutate` prints them.\n", "--explained", "bad.txt")]
    public void What_cannot_be_done_is_said(string error, params string[] arguments)
    {
        using var folder = new Sandbox().Write("shop.metrics", Shop).Write("bad.txt", "\nshop.good_orders | only two\n");
        var ran = folder.Run(["mutate", "shop.metrics", .. arguments]);
        ran.Error.ShouldStartWith(error);
        ran.Code.ShouldBe(2);
    }

    [Fact]
    public void A_page_to_commit_counts_by_module_and_by_kind_of_change()
    {
        using var folder = new Sandbox().Write("shop.metrics", Shop);
        string page = folder.Run("mutate", "shop.metrics", "--format", "markdown").Out;
        page.ShouldContain("| shop | 9 | 4 | 3 | 0 | 0 | 2 |\n");
        page.ShouldContain("| Boundary | 1 | 0 | 0 | 0 | 0 | 1 |\n");
        page.ShouldContain("## Survivors\n\n- shop.good_orders in shop.metrics: ");
    }
}
