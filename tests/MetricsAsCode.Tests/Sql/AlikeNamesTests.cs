using MetricsAsCode.Tests.DuckDb;

namespace MetricsAsCode.Tests.Sql;

/// <summary>Names that the language tells apart and SQL does not.</summary>
public sealed class AlikeNamesTests
{
    [DuckDbFact]
    public void Columns_may_differ_only_in_case() => Values(
        """
        source rows_ from csv "rows.csv" {
          id  integer key
          Id  integer key
          day date time
          v   integer
          V   integer
          v_2 integer
        }
        metric lower = sum(rows_.v)
        metric upper = sum(rows_.V)
        metric both  = sum(rows_.v * V * v_2)
        metric final = last(rows_.v)
        """,
        ("rows.csv", "id,Id,day,v,V,v_2\n1,1,2026-03-01,2,3,10\n1,2,2026-03-01,4,5,100\n")).ShouldBe(["6", "8", "2060", "4"]);

    [DuckDbFact]
    public void Sources_may_differ_only_in_case() => Values(
        """
        source rows_ from csv "a.csv" {
          day date time
        }
        source Rows_ from csv "b.csv" {
          day date time
        }
        metric lower = count(rows_)
        metric upper = count(Rows_)
        """,
        ("a.csv", "day\n2026-03-01\n"), ("b.csv", "day\n2026-03-01\n2026-03-02\n")).ShouldBe(["1", "2"]);

    [DuckDbFact]
    public void Paths_along_references_may_have_the_same_words() => Values(
        """
        source ends from csv "ends.csv" {
          id   integer key
          word text
        }
        source middles from csv "middles.csv" {
          id integer key
          b  integer -> ends
        }
        source rows_ from csv "rows.csv" {
          day date time
          a   integer -> middles
          a_b integer -> ends
        }
        metric crossed = count(rows_ where a.b.word = "one" and a_b.word = "two")
        """,
        ("ends.csv", "id,word\n1,one\n2,two\n"), ("middles.csv", "id,b\n1,1\n2,2\n"), ("rows.csv", "day,a,a_b\n2026-03-01,1,2\n2026-03-01,2,1\n2026-03-01,1,1\n")).ShouldBe(["1"]);

    private static string[] Values(string definitions, params (string, string)[] files) =>
        [.. BothEngines.ShouldAgree("module alike\n" + definitions, files).Select(r => r.Measurement.Value!.ToString()!)];
}
