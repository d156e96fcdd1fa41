using MetricsAsCode.Tests.Reuse;

namespace MetricsAsCode.Tests.Binding;

/// <summary>Which operator goes first, told by numbers: each other reading would give another one.</summary>
public sealed class PrecedenceTests
{
    // a = {1, 2, 3}, b = {2, 3}, c = {3, 4}
    private const string Sets =
        """
        module m
        source rows from csv "r.csv" { id integer key; day date time; who integer; what text in [a, b, c]; p boolean; q boolean; r boolean }
        let a = set(rows.who where what = a)
        let b = set(rows.who where what = b)
        let c = set(rows.who where what = c)

        """;

    private static readonly (string, string) Rows = ("r.csv",
        """
        id,day,who,what,p,q,r
        1,2026-05-01,1,a,true,true,false
        2,2026-05-01,2,a,true,false,false
        3,2026-05-01,3,a,false,true,true
        4,2026-05-01,2,b,false,false,true
        5,2026-05-01,3,b,false,true,false
        6,2026-05-01,3,c,true,false,true
        7,2026-05-01,4,c,false,false,false

        """);

    [Theory]
    [InlineData("size(a except b intersect c)", "2")]           // a without {3}: {1, 2}, not {1} and c
    [InlineData("size((a except b) intersect c)", "0")]
    [InlineData("size(a union b except c)", "2")]               // from left to right: {1, 2, 3} without c
    [InlineData("size(a union (b except c))", "3")]
    [InlineData("size(a except b except c)", "1")]
    [InlineData("size(a except (b except c))", "2")]
    [InlineData("size(c union a intersect b)", "3")]            // {3, 4} and {2, 3}
    [InlineData("count(rows where p or q and r)", "4")]         // 1, 2, 6 by p, 3 by q and r
    [InlineData("count(rows where (p or q) and r)", "2")]       // 3, 6
    [InlineData("count(rows where not p and q)", "2")]          // 3, 5
    [InlineData("count(rows where not (p and q))", "6")]
    [InlineData("count(rows where r and p or q)", "4")]         // 6, and 1, 3, 5 by q
    [InlineData("if 1 = 1 or 1 = 1 and 1 = 2 then 1 else 0", "1")]
    [InlineData("1 + 2 * 3 - 4 / 2", "5")]
    [InlineData("size(a except b over previous)", "3")]         // a window binds tightest: nobody was in b before
    public void An_operator_goes_first(string formula, string value) =>
        Everywhere.Value(Sets + $"metric n = {formula}\n", "m.n", Period.Month(2026, 5), Rows).ShouldBe(value);
}
