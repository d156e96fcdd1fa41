using System.Text.Json;
using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.Catalogue;

/// <summary>What the teams of the products have asked for, row by row: module, kind, id and label of everything that must be declared.</summary>
public sealed class CatalogueTests
{
    private static readonly string[][] Rows =
        [.. Repository.Read("tests/MetricsAsCode.Tests/Catalogue/rows.tsv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split('\t'))];

    private static readonly Lazy<Dictionary<(string, string, string), JsonElement>> Declared = new(() =>
    {
        using var folder = new Sandbox();
        using var json = JsonDocument.Parse(folder.Run("list", Repository.PathOf("metrics-defs"), "--format", "json").Out);
        return json.RootElement.Clone().EnumerateArray().ToDictionary(d => (Text(d, "module"), Text(d, "kind"), Text(d, "id")));
    });

    [Fact]
    public void Every_row_is_declared_under_its_module_kind_and_id_with_its_label()
    {
        Rows.Length.ShouldBe(185);
        Rows.Where(r => !Declared.Value.TryGetValue(KeyOf(r), out var found) || (r[3].Length > 0 && Text(found, "label") != r[3]))
            .Select(r => string.Join(' ', r))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("description")]
    [InlineData("unit")]
    [InlineData("better")]
    [InlineData("owner")]
    public void Every_metric_says_what_it_means_in_which_unit_which_way_is_better_and_whose_it_is(string member) =>
        Rows.Where(r => r[1] is "metric" or "north_star").Where(r => Text(Declared.Value[KeyOf(r)], member).Length == 0).Select(r => string.Join(' ', r)).ShouldBeEmpty();

    [Fact]
    public void Every_key_result_has_an_owner() =>
        Rows.Where(r => r[1] == "key_result").Where(r => Text(Declared.Value[KeyOf(r)], "owner").Length == 0).Select(r => r[2]).ShouldBeEmpty();

    private static (string, string, string) KeyOf(string[] row) => (row[0], row[1], row[1] == "journey_stage" ? $"journey.{row[2]}" : row[2]);

    private static string Text(JsonElement declared, string member) => declared.GetProperty(member).GetString() ?? "";
}
