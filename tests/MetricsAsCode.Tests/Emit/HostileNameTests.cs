using MetricsAsCode.Engines.Compiled;
using MetricsAsCode.Tests.Planning;

namespace MetricsAsCode.Tests.Emit;

/// <summary>Whatever a module calls its things, the code compiles and every thing keeps a name of its own.</summary>
public class HostileNameTests
{
    [Fact]
    public void Names_of_the_runtime_and_of_csharp() => Compile("""
        module system
        product "\"; } // */ <b>&amp;</b> \\ " {
          goal     "</summary> ]]> --> \n second line \" + x"
          currency EUR
        }

        /// </summary> <evil/> " */ #if
        source formula from csv "a\\b.csv" {
          `class`   integer key
          `formula` text in ["a\"b", "\\", "{0}", "new"]
          `at`      timestamp time
          values    integer?
          rows      text?
          row       number?
          `string`  boolean
          int       money
        }

        source kernels from csv "k.csv" {
          `static` text key
          `equals` text
        }

        /// Ends */ here.
        metric `equals` "</summary>\"" = count(formula where `formula` = "a\"b")
        metric plan = count(formula where `formula` in ["\\", "{0}", "new"] and rows = "x\ny" and row > 1.5 and `string`)
        metric `get_type` = sum(formula.values)
        metric evaluate = sum(formula.int)
        metric formula_ = avg(formula.`class`)
        metric count = distinct(formula.rows)
        metric ratio = share(formula where `string`)
        metric `event` = count(kernels)
        metric window = count(formula) over previous
        metric over_previous = count(formula) over previous
        """);

    [Fact]
    public void Names_that_only_differ_where_csharp_sees_no_difference() => Compile("""
        module a_b
        source x_y from csv "1.csv" { key_1 text key }
        source x__y from csv "2.csv" { key1 text key; key__1 text }
        metric m_1 = count(x_y)
        metric m1 = count(x__y)
        metric m__1 = count(x_y) + count(x__y)
        """);

    private static void Compile(string text)
    {
        using var module = CalculatorCompiler.Compile(Written.Plan(text));

        module.Code.Split('\n').ShouldAllBe(line => line.All(c => c >= ' '));
    }
}
