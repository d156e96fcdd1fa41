using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Scorecards.Pictures.Charts;

namespace MetricsAsCode.Tests.Scorecards.Pictures;

public class CohortPictureTests
{
    [Fact]
    public void A_cell_is_as_full_as_its_shade()
    {
        var svg = Draw(2, Row("2026-01", 40, 1, 0.5), Row("2026-02", 20, 0.9, 0.25), Row("2026-03", 10, 0.8));
        Cells(svg).Select(static c => c.Attribute("fill-opacity")!.Value).ShouldBe(["0.6", "0.6", "0.6", "0.3", "0.6"]);
        SvgReading.Texts(svg).ShouldContain("50.0%");
    }

    [Fact]
    public void What_cannot_be_told_yet_is_empty() => Cells(Draw(3, Row("2026-01", 4, 1, 0.5, 0.25), Row("2026-02", 4, 1, 0.5), Row("2026-03", 4, 1))).Count().ShouldBe(6);

    [Fact]
    public void Twelve_columns_show_whole_per_cent()
    {
        var svg = Draw(12, Row("2026-01", 4, [.. Enumerable.Repeat(0.525, 12)]));
        SvgReading.Texts(svg).Count(static t => t == "52").ShouldBe(12);
    }

    [Fact]
    public void Without_rows_there_is_no_picture() => CohortHeatMap.Of(Cohort(3)).ShouldBeNull();

    [Fact]
    public void A_triangle_reads_well() => Draw(3, Row("2026-01", 1234, 1, 0.5, 0.05), Row("2026-02", 0), Row("2026-03", 20, 0.9)).ShouldBeApproved("cohort");

    private static IEnumerable<System.Xml.Linq.XElement> Cells(string svg) => SvgReading.Shapes(svg, "rect", "accent");

    private static string Draw(int columns, params CohortRowModel[] rows) => CohortHeatMap.Of(Cohort(columns, rows))!.Value.Svg;

    private static CohortModel Cohort(int columns, params CohortRowModel[] rows) => new(
        "joiners", "Joiners", null, new("a:1", "a#L1"), "month", [.. Enumerable.Range(0, columns).Select(static i => (long)i)],
        [.. rows.Select(r => r with { Retained = [.. r.Retained, .. Enumerable.Repeat(new CohortCellModel(null, "", "immature", null), columns - r.Retained.Length)] })]);

    private static CohortRowModel Row(string period, int size, params double[] shares) =>
        new(period, new(size, FormattableString.Invariant($"{size:N0}")), [.. shares.Select(static s => new CohortCellModel(s, FormattableString.Invariant($"{s * 100:0.0}%"), null, Math.Min(s / 0.5, 1)))]);
}
